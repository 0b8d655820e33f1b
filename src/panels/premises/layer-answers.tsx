import { uncapitalised } from '../../stores/derived/capitalised.ts';
import type { LayerAnswerLine, TechnologyLine } from '../../stores/derived/verdict-lines.ts';
import { Badge } from '../../ui/badge.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SourceLine } from '../source-line.tsx';
import { AnswerMark } from './answer-mark.tsx';

/** Every layer's own answer with why, what it means, and where it is from. */
export function LayerAnswers({ technologies }: { readonly technologies: readonly TechnologyLine[] }) {
  return (
    <>
      {technologies.map(({ technology, label, layers }) => (
        <section className="layer-group" key={technology} aria-label={label}>
          <h4>{label}</h4>
          <ul className="layer-answers">
            {layers.map((layer) => (
              <LayerAnswer key={layer.id} layer={layer} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function LayerAnswer({ layer }: { readonly layer: LayerAnswerLine }) {
  return (
    <li>
      <AnswerMark answer={layer.answer} />
      <div className="layer-answer">
        <p>
          <span className="anywhere">{layer.name}</span>: <strong>{uncapitalised(layer.words)}</strong>{' '}
          {layer.confidential ? <Badge>confidential</Badge> : null}
        </p>
        {layer.why ? <p className="small">{layer.why}</p> : null}
        <Disclosure
          className="small"
          summary={
            <>
              Meaning and source<span className="unseen"> of {layer.name}</span>
              <span className="soft">, {layer.date}</span>
            </>
          }
        >
          <p>{layer.definition}</p>
          <p>
            <SourceLine source={layer.source} />
          </p>
        </Disclosure>
      </div>
    </li>
  );
}
