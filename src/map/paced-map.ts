import { Map as MapLibreMap, type MapOptions } from 'maplibre-gl';
import { graphicsDone } from './graphics-done.ts';
import { inGraphicsTurn } from './graphics-turn.ts';
import { ProgramLinker, type ProgramVariant } from './program-linker.ts';

/** MapLibre would write out its whole style to check each layer by. Ours are checked by tests, and while the app is developed. */
const UNCHECKED = { validate: import.meta.env.DEV };

/**
 * A map that, as long as it has something it has not drawn yet, draws a frame once the graphics have done the last. MapLibre
 * links a program when it is first drawn with, and the page then waits for all that was asked of the graphics before: in
 * software, where a frame may take a quarter of a second, the page would stand still. So a frame with new layers is gone
 * through once without drawing, the programs it lacks are linked, a few per task, and then it is drawn; until then the
 * map is not idle, and shows what it showed. Of two maps one waits while the other does so. A layer may be added long
 * before its source has anything for it: it is new until that is drawn.
 */
export class PacedMap extends MapLibreMap {
  private isUnfinished = false;
  /** Whether a frame may need a program that is not linked. */
  private isNew = true;
  private isDrawn = true;
  private lacking: ProgramVariant[] = [];
  private paced: { readonly painter: unknown; readonly linker: ProgramLinker } | null = null;
  private readonly undrawn = new Set<string>();
  private readonly arrived = new Set<string>();
  private isPaused = false;
  private isAskedFor = false;
  private isResting = false;
  private isRetired = false;

  constructor(options: MapOptions) {
    super(options);
    void this.pause();
    this.on('sourcedata', ({ tile }) => {
      const before = this.arrived.size;
      for (const id of this.undrawn) if (tile?.buckets?.[id]) this.arrived.add(id);
      if (this.arrived.size === before) return;
      this.isNew = true;
      void this.pause();
    });
    this.on('render', () => {
      if (!this.isDrawn) return;
      for (const id of this.arrived) this.undrawn.delete(id);
      this.arrived.clear();
      if (this.isUnfinished) void this.pause();
    });
    this.on('idle', () => {
      this.isUnfinished = false;
      this.isNew = false;
      this.isResting = true;
    });
  }

  override addLayer(...[layer, before]: Parameters<MapLibreMap['addLayer']>): this {
    this.isUnfinished = true;
    this.isNew = true;
    this.undrawn.add(layer.id);
    this.style.addLayer(layer, before, UNCHECKED);
    return this._update(true);
  }

  override addSource(...[id, source]: Parameters<MapLibreMap['addSource']>): this {
    this.style.addSource(id, source, UNCHECKED);
    return this._update(true);
  }

  override triggerRepaint(): void {
    this.isResting = false;
    if (this.isPaused) this.isAskedFor = true;
    else super.triggerRepaint();
  }

  /** A frame may have been asked for before the pause began. */
  override _render(paintStartTimeStamp: number): this {
    if (this.isPaused) {
      this.isAskedFor = true;
      return this;
    }
    this.paceDrawing();
    return super._render(paintStartTimeStamp);
  }

  /** Whether everything is drawn: no 'idle' follows until something else is to be. */
  isAtRest(): boolean {
    return this.isResting && this.loaded();
  }

  /** Resolves once the graphics have done what was asked of them, as graphicsDone says. */
  graphicsDone(): Promise<void> {
    return graphicsDone(this.painter.context.gl);
  }

  /** Takes the map away for good, when that need not wait for the graphics. It asks for no frame from now on. */
  retire(): void {
    this.isRetired = true;
    this.isPaused = true;
    void this.graphicsDone().then(() => this.remove());
  }

  private async pause(): Promise<void> {
    if (this.isPaused) return;
    this.isPaused = true;
    await inGraphicsTurn(async () => {
      if (this.isRetired) return;
      await this.graphicsDone();
      await this.linkLacking();
      if (this.isRetired) return;
      this.isPaused = false;
      if (!this.isAskedFor) return;
      this.isAskedFor = false;
      // At once: by the next frame the graphics may have been asked for the page's own.
      this.redraw();
    });
  }

  /** Lets a frame be drawn only when its programs are linked. There is another painter after a lost context. */
  private paceDrawing(): void {
    const { painter } = this;
    if (this.paced?.painter === painter) return;
    const linker = new ProgramLinker(painter);
    this.paced = { painter, linker };
    this.lacking = [];
    const draw = painter.render.bind(painter);
    painter.render = (...frame) => {
      this.lacking = this.isNew ? linker.lackedBy(() => draw(...frame)) : [];
      this.isDrawn = this.lacking.length === 0;
      if (this.isDrawn) return draw(...frame);
      void this.pause();
      // The frame is still to come: no 'idle' before it.
      this._update();
    };
  }

  private async linkLacking(): Promise<void> {
    const { paced } = this;
    let began = performance.now();
    for (const variant of this.lacking.splice(0)) {
      if (performance.now() - began > LINKING_MILLISECONDS) {
        await new Promise((resolve) => setTimeout(resolve));
        began = performance.now();
      }
      if (this.isRetired || this.paced !== paced || this.painter.context.gl.isContextLost()) return;
      paced?.linker.link(variant);
    }
  }
}

/** Programs are linked for this long before other tasks of the page have their turn. */
const LINKING_MILLISECONDS = 12;
