import type { TabProps, TabsProps } from '@hubspot/ui-extensions';
import { useAttached } from '@remote-ui/react/host';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { type CardChild, cardChildren } from '../host/card-children.ts';
import { classes } from './sizes.ts';

/** A row of tabs: arrow keys move, as in every tab list. */
export function Tabs({
  defaultSelected,
  selected,
  onSelectedChange,
  variant = 'default',
  fill = false,
  children,
}: TabsProps) {
  const tabs = cardChildren(children);
  const groupId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [selectedHere, setSelectedHere] = useState(defaultSelected);
  const current = selected ?? selectedHere ?? (tabs[0] === undefined ? undefined : tabIdOf(tabs[0], 0));
  const select = (tabId: string | number) => {
    setSelectedHere(tabId);
    // The SDK types three callbacks by the kind of ids the card uses; the id is the card's own.
    if (onSelectedChange !== undefined) Reflect.apply(onSelectedChange, undefined, [tabId]);
  };
  const move = (event: KeyboardEvent, from: number) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to = step === undefined ? undefined : tabs[(from + step + tabs.length) % tabs.length];
    if (to === undefined) return;
    event.preventDefault();
    const index = tabs.indexOf(to);
    select(tabIdOf(to, index));
    list.current?.querySelectorAll('button')[index]?.focus();
  };
  const shown = tabs.find((tab, index) => tabIdOf(tab, index) === current);
  return (
    <div className="tabs">
      <div role="tablist" ref={list} className={classes('tab-list', `tab-list-${variant}`, fill && 'tab-list-fill')}>
        {tabs.map((tab, index) => (
          <TabButton
            key={tab.component.id}
            tab={tab}
            groupId={groupId}
            isSelected={tab === shown}
            onSelect={() => select(tabIdOf(tab, index))}
            onKeyDown={(event) => move(event, index)}
          />
        ))}
      </div>
      {shown !== undefined && (
        <div role="tabpanel" id={`${groupId}-panel`} aria-labelledby={`${groupId}-${shown.component.id}`}>
          {shown.element}
        </div>
      )}
    </div>
  );
}

function tabIdOf({ component }: CardChild, index: number): string | number {
  const tabId: unknown = Reflect.get(Object(component.props), 'tabId');
  return typeof tabId === 'string' || typeof tabId === 'number' ? tabId : index;
}

interface TabButtonProps {
  readonly tab: CardChild;
  readonly groupId: string;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function TabButton({ tab, groupId, isSelected, onSelect, onKeyDown }: TabButtonProps) {
  const attached = useAttached(tab.receiver, tab.component);
  const { title, disabled = false, tooltip }: TabProps = attached?.props ?? {};
  return (
    <button
      type="button"
      role="tab"
      id={`${groupId}-${tab.component.id}`}
      aria-selected={isSelected}
      tabIndex={isSelected ? 0 : -1}
      disabled={disabled}
      onClick={onSelect}
      onKeyDown={onKeyDown}
      {...(isSelected && { 'aria-controls': `${groupId}-panel` })}
      {...(tooltip !== undefined && { title: tooltip })}
    >
      {title}
    </button>
  );
}

export const Tab = ({ children }: TabProps) => <>{children}</>;
