import { copyDesign, removeDesign } from '../../../actions/edit-designs.ts';
import type { DigDesign } from '../../../domain/dig/dig-design.ts';
import { Button } from '../../../ui/button.tsx';
import { useApp } from '../../app-provider.tsx';
import { focusNamed } from '../../focus-named.ts';

/** Copies a design, or removes it. */
export function DesignFoot({ design: { id } }: { readonly design: DigDesign }) {
  const context = useApp();
  return (
    <div className="row design-foot">
      <Button onClick={() => copyDesign(context, id)}>Copy this design</Button>
      <Button
        onClick={() => {
          removeDesign(context, id);
          focusNamed('design', null);
        }}
      >
        Remove this design
      </Button>
    </div>
  );
}
