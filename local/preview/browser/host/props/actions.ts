import type * as SDK from '@hubspot/ui-extensions';
import { none, shape } from './shape.ts';

export const actions = {
  Button: shape<SDK.ButtonProps>()(none, [
    'onClick',
    'href',
    'disabled',
    'variant',
    'type',
    'size',
    'truncate',
    'overlay',
  ]),
  LoadingButton: shape<SDK.LoadingButtonProps>()(none, [
    'variant',
    'loading',
    'overlayOptions',
    'resultIconName',
    'onClick',
    'href',
    'disabled',
    'type',
    'size',
    'truncate',
    'overlay',
  ]),
  ButtonRow: shape<SDK.ButtonRowProps>()(none, ['disableDropdown', 'dropDownButtonOptions']),
  Dropdown: shape<SDK.DropdownProps>()(none, ['options', 'variant', 'buttonText', 'buttonSize', 'disabled']),
  DropdownButtonItem: shape<SDK.DropdownButtonItemProps>()(none, ['onClick', 'overlay']),
  Modal: shape<SDK.ModalProps>()(['id'], ['aria-label', 'onOpen', 'onClose', 'width', 'title', 'variant']),
  ModalBody: shape<SDK.ModalBodyProps>()(none, none),
  ModalFooter: shape<SDK.ModalFooterProps>()(none, none),
  Panel: shape<SDK.PanelProps>()(['id'], ['aria-label', 'onOpen', 'onClose', 'width', 'title', 'variant']),
  PanelBody: shape<SDK.PanelBodyProps>()(none, none),
  PanelFooter: shape<SDK.PanelFooterProps>()(none, none),
  PanelSection: shape<SDK.PanelSectionProps>()(none, ['flush']),
};
