import type { ShareOffer } from '../../actions/share-work.ts';
import { hiddenNameWords, leavingGroups, leftOutLines, staysLines } from '../../stores/derived/share-text.ts';
import { Notice } from '../../ui/notice.tsx';
import type { ShareQuestion } from '../../workers/share-links.ts';

export interface LeavingListProps {
  readonly offer: Pick<ShareOffer, 'parts' | 'leftOut'>;
  readonly way: ShareQuestion['way'];
}

/** All that will leave, and all that stays behind with its reason. */
export function LeavingList({ offer, way }: LeavingListProps) {
  const leftOut = leftOutLines(offer.leftOut);
  const nameWarning = hiddenNameWords(offer.leftOut);
  return (
    <div className="share-lists">
      {nameWarning ? <Notice kind="warning" title={nameWarning} /> : null}
      <section aria-labelledby="share-leaves">
        <h3 id="share-leaves">What will leave</h3>
        <dl className="share-parts">
          {leavingGroups(offer.parts, way).map(({ title, common, lines }) => (
            <div key={title} className="share-group">
              <dt>{title}</dt>
              {common ? <dd className="soft">{common}</dd> : null}
              {lines.map(({ key, name, detail }) => (
                <dd key={key} className="anywhere">
                  {name}
                  {detail ? <span className="soft">: {detail}</span> : null}
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="share-stays">
        <h3 id="share-stays">What stays here</h3>
        <ul className="share-stays">
          {leftOut.map(({ key, name, why }) => (
            <li key={key} className="anywhere">
              {name} <span className="soft">({why})</span>
            </li>
          ))}
          {staysLines(offer, way).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
