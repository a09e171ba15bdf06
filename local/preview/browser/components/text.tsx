import type {
  DescriptionListItemProps,
  DescriptionListProps,
  HeadingProps,
  IconProps,
  IllustrationProps,
  ImageProps,
  LinkProps,
  ListProps,
  TextProps,
  TooltipProps,
} from '@hubspot/ui-extensions';
import { Children, type CSSProperties } from 'react';
import { cardChildren } from '../host/card-children.ts';
import { iconSign } from './icon-signs.ts';
import { useHeadingLevel } from './page-frame.ts';
import { Pressable } from './pressable.tsx';
import { classes, shortSize } from './sizes.ts';

export function Text({ variant = 'bodytext', inline = false, format = {}, truncate = false, children }: TextProps) {
  const { fontWeight = 'regular', italic = false, lineDecoration = 'none', textTransform = 'none' } = format;
  const style: CSSProperties = {
    fontStyle: italic ? 'italic' : 'normal',
    textDecoration: lineDecoration === 'strikethrough' ? 'line-through' : lineDecoration,
    textTransform: textTransform === 'sentenceCase' ? 'none' : textTransform,
    ...(typeof truncate === 'object' && truncate.maxWidth !== undefined && { maxWidth: truncate.maxWidth }),
  };
  const className = classes(
    'text',
    `text-${variant}`,
    `weight-${fontWeight}`,
    textTransform === 'sentenceCase' && 'sentence-case',
    truncate !== false && 'truncated',
  );
  const title = typeof truncate === 'object' ? truncate.tooltipText : undefined;
  // A division, not a paragraph: HubSpot lets a Text hold any of its components.
  const Tag = inline ? 'span' : 'div';
  return (
    <Tag className={className} style={style} {...(title !== undefined && { title })}>
      {children}
    </Tag>
  );
}

export function Heading({ inline = false, children }: HeadingProps) {
  const Level = useHeadingLevel();
  return <Level className={classes('heading', inline && 'heading-inline')}>{children}</Level>;
}

export function Link({ href, variant = 'primary', onClick, preventDefault, overlay, children }: LinkProps) {
  return (
    <Pressable
      className={`link link-${variant}`}
      href={href}
      onClick={onClick}
      preventDefault={preventDefault}
      overlay={overlay}
    >
      {children}
    </Pressable>
  );
}

export function List({ variant = 'unordered', children }: ListProps) {
  const Tag = variant.startsWith('ordered') ? 'ol' : 'ul';
  return (
    <Tag className={`list list-${variant}`}>
      {Children.toArray(children).map((child, index) => (
        <li key={cardChildren(child)[0]?.component.id ?? index}>{child}</li>
      ))}
    </Tag>
  );
}

export function Icon({ name, size = 'sm', color = 'inherit', screenReaderText }: IconProps) {
  return (
    <span className={`icon icon-${shortSize(size)} icon-${color}`}>
      <span aria-hidden="true">{iconSign(name)}</span>
      {screenReaderText !== undefined && <span className="visually-hidden">{screenReaderText}</span>}
    </span>
  );
}

/** Inside an `overlay` prop: the element that holds it places it. */
export function Tooltip({ children }: TooltipProps) {
  return <>{children}</>;
}

export function Image({ src, alt = '', width, height, href, onClick, overlay }: ImageProps) {
  const image = (
    <img src={src} alt={alt} {...(width !== undefined && { width })} {...(height !== undefined && { height })} />
  );
  if (href === undefined && onClick === undefined && overlay === undefined) return image;
  return (
    <Pressable className="link" href={href} onClick={onClick} overlay={overlay}>
      {image}
    </Pressable>
  );
}

/** HubSpot's drawings are its own; a frame of the same size stands for them. */
export function Illustration({ alt, width = 120, height = 120 }: IllustrationProps) {
  return <div className="illustration" role="img" aria-label={alt} style={{ width, height }} />;
}

export function DescriptionList({ direction = 'column', children }: DescriptionListProps) {
  return <dl className={`description-list description-list-${direction}`}>{children}</dl>;
}

export function DescriptionListItem({ label, children }: DescriptionListItemProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
