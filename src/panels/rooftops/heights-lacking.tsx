import { openRooftopTopic } from '../../actions/set-rooftops-view.ts';
import { goTo } from '../../actions/set-view.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApp } from '../app-provider.tsx';

export interface HeightsLackingProps {
  /** What is not known. */
  readonly title: string;
  /** Why, with the place. */
  readonly problem: string | null;
}

/** Where the loaded heights do not tell: nothing failed, it is not known. With both ways out. */
export function HeightsLacking({ title, problem }: HeightsLackingProps) {
  const context = useApp();
  return (
    <section className="headline">
      <Notice title={title}>
        <p className="anywhere">{problem}</p>
      </Notice>
      <div className="row">
        <Button onClick={() => goTo(context, 'data')}>Load heights on the Data page</Button>
        <Button onClick={() => openRooftopTopic(context, 'sites')}>Move the site</Button>
      </div>
    </section>
  );
}
