import { openDemo } from '../../actions/open-demo.ts';
import { Button } from '../../ui/button.tsx';
import { useApp, useProject } from '../app-provider.tsx';

/** Opens the demo borough in place of what is loaded; undo brings that back. */
export function DemoButton() {
  const context = useApp();
  const fictional = useProject((state) => state.project.fictional);
  return (
    <Button icon="target" onClick={() => void openDemo(context, import.meta.env.BASE_URL)}>
      {fictional ? 'Open the demo borough afresh' : 'Open the demo borough again'}
    </Button>
  );
}
