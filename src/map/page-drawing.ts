import type { Drawn } from './layers/drawn.ts';
import type { MapColours } from './map-colours.ts';

/** What a page adds to the map while it is open. */
export interface PageDrawing {
  /** What layers and sources depend on: the same values need no other layers. */
  inputs(): readonly unknown[];
  /** Whether premises are drawn by what the page says of them, so that no other dots are. */
  drawsPremises(): boolean;
  layers(colours: MapColours): Drawn;
  /** Fills the sources that are there; `renewed` were made anew. */
  fill(renewed: ReadonlySet<string>, colours: MapColours): void;
  /** The image of that name, in the colours now in force. Undefined for another's name. */
  image(imageId: string, colours: MapColours): ImageData | undefined;
  /** What a thing on the map is called, by its id; undefined: it is none of the page's. */
  nameOf?(thing: string): string | undefined;
  /** Another style: nothing is known to be on the map. */
  forget(): void;
}

/** The same of one of a page's topics, whose images and names are the page's. */
export type TopicDrawing = Omit<PageDrawing, 'image' | 'nameOf'>;
