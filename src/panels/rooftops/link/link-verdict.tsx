import { askLink } from '../../../actions/ask-link.ts';
import { goTo } from '../../../actions/set-view.ts';
import { linkQuality } from '../../../stores/derived/link-quality.ts';
import { linkText } from '../../../stores/derived/link-text.ts';
import { LINK_LOOKS } from '../../../stores/derived/rooftop-looks.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';
import type { useLink } from './use-link.ts';

/** The sentence over the link, or what stands in its place: what is missing, under way, refused or cancelled. */
export function LinkVerdict({ state }: { readonly state: ReturnType<typeof useLink> }) {
  const context = useApp();
  const device = useProject(({ project }) =>
    project.devices.find(({ id }) => id === project.radio?.deviceId),
  );
  const tableOpen = useView((view) => view.tableOpen);
  const { status, step, problem, cancel, question, answer, isCurrent } = state;
  if (!question)
    return (
      <section className="headline">
        <p className="headline-text">Give the link two ends.</p>
        <p>A site, a place on the map or a place written below. The profile is drawn under the map.</p>
      </section>
    );
  if (status === 'failed')
    return (
      <section className="headline">
        <Notice kind="warning" title="The link could not be reckoned">
          <p className="anywhere">{problem}</p>
          <Button kind="quiet" onClick={() => goTo(context, 'data')}>
            Go to the Data page
          </Button>
        </Notice>
      </section>
    );
  if (status === 'cancelled')
    return (
      <section className="headline">
        <Notice title="Reckoning the link was cancelled" />
        <Button onClick={() => void askLink(context, question)}>Reckon the link</Button>
      </section>
    );
  if (!answer)
    return (
      <section className="headline" aria-busy="true">
        <div className="skeleton skeleton-number" />
        <div className="skeleton skeleton-line" />
        <ProgressBar
          what={step?.what ?? 'Reckoning the link'}
          fraction={step?.fraction ?? null}
          onCancel={cancel ?? undefined}
        />
      </section>
    );
  const text = linkText(answer);
  const look = LINK_LOOKS[linkQuality(answer)];
  return (
    <section className="headline link-verdict" aria-busy={!isCurrent} aria-label="What the link comes to">
      <p className="soft small anywhere">
        From {answer.from.name} to {answer.to.name}
        {device ? `, with ${device.name}` : null}
      </p>
      <p className="headline-text" id="headline-text">
        <strong className="link-rate">{text.headline}</strong>
        {text.verdict ? <span>{text.verdict}</span> : null}
      </p>
      <p className="link-class">
        <svg className="link-look" aria-hidden="true" focusable="false">
          <line
            x1="0"
            x2="100%"
            y1="50%"
            y2="50%"
            style={{ color: `var(${look.token})` }}
            strokeDasharray={look.dashes.map((dash) => dash * 3).join(' ') || undefined}
          />
        </svg>
        <span>{text.classWords}.</span>
      </p>
      {text.worst ? <p className="small">{text.worst}</p> : null}
      {text.reasons.map((reason) => (
        <p key={reason} className="anywhere">
          {reason}
        </p>
      ))}
      {tableOpen ? (
        <button type="button" className="link to-table" onClick={goToProfile}>
          Profile of the link
        </button>
      ) : (
        <Button onClick={() => context.view.setState({ tableOpen: true })}>Show the profile</Button>
      )}
    </section>
  );
}

/** Where the panel fills the page, the profile lies below it. */
function goToProfile(): void {
  const table = document.getElementById('ward-table');
  table?.scrollIntoView();
  table?.focus({ preventScroll: true });
}
