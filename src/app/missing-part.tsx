import { lazy, Suspense } from 'react';
import type { MissingPartNoticeProps } from '../panels/offline/missing-part-notice.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** Says that a part of the app did not arrive: in full where that message did arrive, which comes after the first screen. */
export function MissingPart(props: MissingPartNoticeProps) {
  return (
    <Suspense>
      <FullNotice {...props} />
    </Suspense>
  );
}

const FullNotice = lazy(() =>
  import('../panels/offline/missing-part-notice.tsx').then(
    ({ MissingPartNotice }) => ({ default: MissingPartNotice }),
    () => ({ default: BareNotice }),
  ),
);

function BareNotice() {
  return (
    <Notice kind="problem" title="Part of the app could not be loaded.">
      <Button onClick={() => location.reload()}>Reload</Button>
    </Notice>
  );
}
