import type { Map as MapLibreMap } from 'maplibre-gl';

type Painter = MapLibreMap['painter'];
type Program = ReturnType<Painter['programCache']['getProgram']>;

/** A program for the graphics, of one shader and what its layer's values come from. */
export type ProgramVariant = Parameters<Painter['programCache']['getProgram']>[0];

/** Links the programs of a painter before a frame is drawn with them: the painter itself would link all of them within it. */
export class ProgramLinker {
  private readonly linked = new Set<string>();
  private readonly getProgram: (variant: ProgramVariant) => Program;
  private lacking: Map<string, ProgramVariant> | null = null;

  constructor(private readonly painter: Painter) {
    const { programCache } = painter;
    this.getProgram = programCache.getProgram.bind(programCache);
    programCache.getProgram = (variant) => {
      if (this.lacking === null) return this.link(variant);
      const key = keyOf(variant);
      if (!this.linked.has(key)) this.lacking.set(key, variant);
      return DRAWS_NOTHING;
    };
  }

  /** The programs that a frame needs and are not linked yet. `frame` is gone through, but leaves what is on the screen as it is. */
  lackedBy(frame: () => void): ProgramVariant[] {
    const { context } = this.painter;
    const lacking = new Map<string, ProgramVariant>();
    this.lacking = lacking;
    // Of the instance only: its class's own is there again below.
    context.clear = () => undefined;
    try {
      frame();
    } finally {
      this.lacking = null;
      delete (context as Partial<typeof context>).clear;
    }
    return [...lacking.values()];
  }

  /** Gives a program, and waits for the graphics to link it where they have not. */
  link(variant: ProgramVariant): Program {
    this.linked.add(keyOf(variant));
    return this.getProgram(variant);
  }
}

/** Painters ask a program for two things: what it is, to see whether it is another than the last, and to draw. */
const DRAWS_NOTHING = { program: null, draw: () => undefined } as unknown as Program;

/** What MapLibre tells programs apart by. */
function keyOf({
  name,
  programConfiguration,
  projectionShaderVariant,
  showOverdrawInspector,
  useTerrain,
  defines,
}: ProgramVariant): string {
  return [
    name,
    programConfiguration?.cacheKey,
    projectionShaderVariant?.name,
    showOverdrawInspector,
    useTerrain,
    ...defines,
  ].join('/');
}
