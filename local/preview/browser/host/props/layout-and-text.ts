import type * as SDK from '@hubspot/ui-extensions';
import { none, shape } from './shape.ts';

export const layoutAndText = {
  Flex: shape<SDK.FlexProps>()(none, ['gap', 'direction', 'justify', 'align', 'alignSelf', 'wrap']),
  Stack: shape<SDK.StackProps>()(none, ['distance', 'direction', 'justify', 'align', 'width']),
  Inline: shape<SDK.InlineProps>()(none, ['justify', 'align', 'gap']),
  Box: shape<SDK.BoxProps>()(none, ['alignSelf', 'flex']),
  AutoGrid: shape<SDK.AutoGridProps>()(['columnWidth'], ['gap', 'flexible']),
  Tile: shape<SDK.TileProps>()(none, ['compact', 'flush']),
  Card: shape<SDK.CardProps>()(none, none),
  Divider: shape<SDK.DividerProps>()(none, ['size', 'distance']),
  Spacer: shape<SDK.SpacerProps>()(none, ['size']),
  Accordion: shape<SDK.AccordionProps>()(['title'], ['defaultOpen', 'disabled', 'open', 'size', 'onClick']),
  Text: shape<SDK.TextProps>()(none, ['variant', 'inline', 'format', 'truncate']),
  Heading: shape<SDK.HeadingProps>()(none, ['inline']),
  Link: shape<SDK.LinkProps>()(['href'], ['variant', 'onClick', 'preventDefault', 'overlay']),
  List: shape<SDK.ListProps>()(none, ['variant']),
  Icon: shape<SDK.IconProps>()(['name'], ['color', 'size', 'screenReaderText']),
  Tooltip: shape<SDK.TooltipProps>()(none, ['placement']),
  Image: shape<SDK.ImageProps>()(['src'], ['alt', 'href', 'onClick', 'width', 'height', 'overlay']),
  Illustration: shape<SDK.IllustrationProps>()(['name', 'alt'], ['width', 'height']),
  DescriptionList: shape<SDK.DescriptionListProps>()(none, ['direction']),
  DescriptionListItem: shape<SDK.DescriptionListItemProps>()(['label'], none),
  Tabs: shape<SDK.TabsProps>()(none, ['onSelectedChange', 'defaultSelected', 'selected', 'variant', 'fill']),
  Tab: shape<SDK.TabProps>()(none, ['disabled', 'tabId', 'title', 'tooltip', 'tooltipPlacement']),
};
