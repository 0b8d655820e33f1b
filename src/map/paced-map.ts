import { Map as MapLibreMap, type MapOptions } from 'maplibre-gl';
import { graphicsDone } from './graphics-done.ts';

/**
 * A map that, as long as it has layers it has not drawn yet, draws a frame once the graphics have done the last. MapLibre
 * links a program when it is first drawn with, and the page then waits for all that was asked of the graphics before: in
 * software, where a frame may take a quarter of a second, the page would stand still.
 */
export class PacedMap extends MapLibreMap {
  private hasNewLayers = false;
  private isPaused = false;
  private isAskedFor = false;
  private isResting = false;

  constructor(options: MapOptions) {
    super(options);
    void this.pause();
    this.on('render', () => {
      if (this.hasNewLayers) void this.pause();
    });
    this.on('idle', () => {
      this.hasNewLayers = false;
      this.isResting = true;
    });
  }

  override addLayer(...[layer, before]: Parameters<MapLibreMap['addLayer']>): this {
    this.hasNewLayers = true;
    return super.addLayer(layer, before);
  }

  override triggerRepaint(): void {
    this.isResting = false;
    if (this.isPaused) this.isAskedFor = true;
    else super.triggerRepaint();
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
    this.isPaused = true;
    void this.graphicsDone().then(() => this.remove());
  }

  private async pause(): Promise<void> {
    this.isPaused = true;
    await this.graphicsDone();
    this.isPaused = false;
    if (!this.isAskedFor) return;
    this.isAskedFor = false;
    this.triggerRepaint();
  }
}
