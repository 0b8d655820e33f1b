import { openDesign } from '../../../actions/set-interventions-view.ts';
import type { DigDesign } from '../../../domain/dig/dig-design.ts';
import { designLine } from '../../../stores/derived/design-line.ts';
import { useApp, useProject } from '../../app-provider.tsx';
import { WorkList } from '../work-list.tsx';

/** Every design by name with what it comes to; nothing where there is none. */
export function DesignList({ designs }: { readonly designs: readonly DigDesign[] }) {
  const context = useApp();
  const project = useProject((state) => state.project);
  return (
    <WorkList
      named="design"
      title={designs.length === 1 ? 'One dig' : `${designs.length} digs`}
      items={designs}
      lineOf={(design) => designLine(design, project)}
      onOpen={({ id }) => openDesign(context, id)}
    />
  );
}
