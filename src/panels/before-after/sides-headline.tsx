import { useRef } from 'react';
import { setRecipe } from '../../actions/set-recipe.ts';
import type { SideName } from '../../domain/before-after/count-side.ts';
import {
  type BothCounts,
  type SideBar,
  sideBars,
  sideLabel,
  sidesHeadline,
} from '../../stores/derived/before-after-text.ts';
import { recipeInForce } from '../../stores/derived/recipe-in-force.ts';
import type { SidesView } from '../../stores/derived/sides-text.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ProportionBar } from '../../ui/proportion-bar.tsx';
import { useApp, useProject } from '../app-provider.tsx';
import { CountedHow } from '../counted-how.tsx';
import { useKeptFocus } from '../use-kept-focus.ts';

export interface SidesHeadlineProps {
  readonly counts: BothCounts;
  readonly view: SidesView;
  /** False while another comparison is being counted: this is then shown as the one before. */
  readonly isNow: boolean;
}

/** The difference in a sentence, both counts on one scale, and what must be known of them. */
export function SidesHeadline({ counts, view, isNow }: SidesHeadlineProps) {
  const project = useProject((state) => state.project);
  const { lead, number, rest, notes } = sidesHeadline(counts, view, project);
  const bars = sideBars(counts);
  const place = useRef<HTMLElement>(null);
  useKeptFocus(place);
  return (
    <section
      className={isNow ? 'headline' : 'headline sides-earlier'}
      aria-labelledby="sides-headline"
      aria-busy={!isNow}
      ref={place}
      tabIndex={-1}
    >
      <p className="headline-text" id="sides-headline">
        <span className="sides-lead anywhere">{lead}</span>{' '}
        <strong className="headline-number">{number}</strong> <span className="headline-rest">{rest}</span>
      </p>
      <dl className="side-bars">
        {SIDES.map((name) => (
          <SideLine key={name} name={name} bar={bars[name]} counts={counts} view={view} />
        ))}
      </dl>
      <p className="small soft">Both bars go from 0 to {bars.most}.</p>
      {isNow ? <CountedHow of={{ kind: 'difference', compared: { ...counts, sides: view.sides } }} /> : null}
      {isNow ? null : <p className="headline-note">This is the difference counted before.</p>}
      {notes.length > 0 ? (
        <Disclosure summary={`What to know of this difference (${notes.length})`}>
          <ul className="notes small">
            {notes.map((note) => (
              <li key={note} className="anywhere">
                {note}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}

const SIDES: readonly SideName[] = ['before', 'after'];

interface SideLineProps extends Omit<SidesHeadlineProps, 'isNow'> {
  readonly name: SideName;
  readonly bar: SideBar;
}

function SideLine({ name, bar, counts, view }: SideLineProps) {
  const context = useApp();
  const project = useProject((state) => state.project);
  const { recipeText } = view.sides[name];
  const isInForce = recipeInForce(project).text === recipeText;
  return (
    <div>
      <dt>
        <span className="anywhere">
          <span className="side-name">{name === 'before' ? 'Before' : 'After'}:</span>{' '}
          {sideLabel(view.sides[name], counts[name], view, project)}
        </span>
        {isInForce ? (
          <span className="soft">in force</span>
        ) : (
          <button type="button" className="link" onClick={() => setRecipe(context, recipeText)}>
            Use this definition<span className="unseen"> ({name})</span>
          </button>
        )}
      </dt>
      <dd>
        <ProportionBar
          height={14}
          parts={[{ key: name, share: bar.mid, pattern: 'hatch', token: '--not-spot' }]}
          range={{ low: bar.low, high: bar.high }}
        />
        <span className="side-figures">
          <span className="number">{bar.value}</span>
          {bar.band ? <span className="soft number"> {bar.band}</span> : null}{' '}
          <span className="soft">{bar.of}</span>
        </span>
      </dd>
    </div>
  );
}
