import { Badge } from '../../ui/badge.tsx';

export interface WorkListProps<Item> {
  /** "One dig", "3 digs" */
  readonly title: string;
  readonly items: readonly Item[];
  /** What it comes to, in a line. */
  readonly lineOf: (item: Item) => { readonly words: string; readonly badge: string | null };
  /** "design": `focusNamed` finds an item's button by it. */
  readonly named: 'design' | 'plan';
  readonly onOpen: (item: Item) => void;
}

/** Designs or plans by name with what each comes to; nothing where there is none. */
export function WorkList<Item extends { readonly id: string; readonly name: string }>({
  title,
  items,
  lineOf,
  named,
  onOpen,
}: WorkListProps<Item>) {
  if (items.length === 0) return null;
  return (
    <section className="headline" aria-labelledby={`${named}s-title`}>
      <h2 id={`${named}s-title`}>{title}</h2>
      <ul className="design-list">
        {items.map((item) => {
          const { words, badge } = lineOf(item);
          return (
            <li key={item.id}>
              <button
                type="button"
                className="link anywhere"
                {...{ [`data-${named}`]: item.id }}
                onClick={() => onOpen(item)}
              >
                {item.name}
              </button>
              <span className="small soft number-wrap">
                {words} {badge ? <Badge>{badge}</Badge> : null}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
