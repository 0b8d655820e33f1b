import { openDesign } from '../../../actions/set-interventions-view.ts';
import type { DigDesign } from '../../../domain/dig/dig-design.ts';
import { designLine } from '../../../stores/derived/design-line.ts';
import { Badge } from '../../../ui/badge.tsx';
import { useApp, useProject } from '../../app-provider.tsx';

/** Every design by name with what it comes to; nothing where there is none. */
export function DesignList({ designs }: { readonly designs: readonly DigDesign[] }) {
  const context = useApp();
  const project = useProject((state) => state.project);
  if (designs.length === 0) return null;
  return (
    <section className="headline" aria-labelledby="designs-title">
      <h2 id="designs-title">{designs.length === 1 ? 'One dig' : `${designs.length} digs`}</h2>
      <ul className="design-list">
        {designs.map((design) => {
          const { words, badge } = designLine(design, project);
          return (
            <li key={design.id}>
              <button
                type="button"
                className="link anywhere"
                data-design={design.id}
                onClick={() => openDesign(context, design.id)}
              >
                {design.name}
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
