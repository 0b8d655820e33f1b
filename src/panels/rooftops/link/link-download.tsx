import { exportLinkBudget, exportLinkProfile } from '../../../actions/export-link.ts';
import type { LinkAnswer } from '../../../domain/radio/one-link.ts';
import { useApp } from '../../app-provider.tsx';
import { DownloadSection } from '../../download-section.tsx';

/** The profile and the budget as files. */
export function LinkDownload({ answer }: { readonly answer: LinkAnswer }) {
  const context = useApp();
  return (
    <DownloadSection says="CSV with ends, radio, what it was reckoned with and sources on every line.">
      {({ button }) => (
        <div className="row">
          {answer.profile ? button('Profile as CSV', () => exportLinkProfile(context, answer)) : null}
          {answer.budget ? button('Budget as CSV', () => exportLinkBudget(context, answer)) : null}
        </div>
      )}
    </DownloadSection>
  );
}
