import { ShareButton } from '../share/share-button.tsx';

/** Hands the work to others, as a link or a file. */
export function ShareSection() {
  return (
    <section className="panel-section stack" id="work-share" aria-labelledby="work-share-title" tabIndex={-1}>
      <h3 id="work-share-title">Share</h3>
      <p>
        A link holds your definitions, layers and settings, a file the rows too. Before anything leaves, all
        of it is listed. What is marked confidential never leaves.
      </p>
      <ShareButton />
    </section>
  );
}
