import type { Map as MapLibreMap } from 'maplibre-gl';
import { KEYBOARD_HINT } from './gestures/keyboard.ts';
import { scaleLength } from './scale-length.ts';
import { createSourcesLine } from './sources-line.ts';

export interface MapControlsOptions {
  readonly map: MapLibreMap;
  readonly motionMilliseconds: number;
  readonly showWhole: () => void;
  /** A second map beside another, whose buttons, scale and sources serve both. */
  readonly isSecond?: boolean;
}

/** What lies over the map: buttons, scale, cross, keyboard hint, sources, and a line read out by screen readers. */
export interface MapControls {
  /** Id of the keyboard hint, for aria-describedby. */
  readonly hintId: string;
  setSources(text: string): void;
  announce(text: string): void;
  toggleHint(): void;
  destroy(): void;
}

/** Builds the controls as plain elements inside the map's container. The map never turns, so none points north. */
export function createMapControls({
  map,
  motionMilliseconds,
  showWhole,
  isSecond = false,
}: MapControlsOptions): MapControls {
  const container = map.getContainer();
  const motion = { duration: motionMilliseconds };
  const zoomIn = button('Zoom in', 'M12 5v14M5 12h14', () => map.zoomIn(motion));
  const zoomOut = button('Zoom out', 'M5 12h14', () => map.zoomOut(motion));
  const whole = button('Show the whole area', 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5', showWhole);
  const buttons = element('div', 'notspot-map-buttons', zoomIn, zoomOut, whole);
  buttons.setAttribute('role', 'group');
  buttons.setAttribute('aria-label', 'Map view');
  const scaleText = element('span', 'notspot-map-scale-text');
  const scale = element('div', 'notspot-map-scale', scaleText);
  const cross = element('div', 'notspot-map-cross');
  const hint = element('p', 'notspot-map-hint');
  hint.id = isSecond ? 'notspot-map-hint-second' : 'notspot-map-hint';
  hint.textContent = KEYBOARD_HINT;
  const sources = createSourcesLine();
  const live = element('p', 'notspot-map-live');
  live.setAttribute('role', 'status');
  for (const quiet of [scale, cross]) quiet.setAttribute('aria-hidden', 'true');
  const foot = element('div', 'notspot-map-foot', scale, sources.element);
  const own = isSecond ? [] : [buttons, foot];
  const overlay = element('div', 'notspot-map-overlay', cross, ...own, hint, live);
  container.append(overlay);

  const onMove = (): void => {
    const { pixels, label } = scaleLength(map.getCenter().lat, map.getZoom(), 96);
    scale.style.width = `${pixels.toFixed(1)}px`;
    scaleText.textContent = label;
    zoomIn.disabled = map.getZoom() >= map.getMaxZoom();
    zoomOut.disabled = map.getZoom() <= map.getMinZoom();
  };
  map.on('move', onMove);
  onMove();
  let speaking: ReturnType<typeof setTimeout> | undefined;
  return {
    hintId: hint.id,
    setSources: sources.setText,
    announce: (text) => {
      clearTimeout(speaking);
      speaking = setTimeout(() => {
        live.textContent = text;
      }, 400);
    },
    toggleHint: () => overlay.classList.toggle('is-hint-hidden'),
    destroy: () => {
      clearTimeout(speaking);
      map.off('move', onMove);
      sources.destroy();
      overlay.remove();
    },
  };
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: Node[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

function button(label: string, path: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', 'notspot-map-button', icon(path));
  made.type = 'button';
  made.setAttribute('aria-label', label);
  made.title = label;
  made.addEventListener('click', onClick);
  return made;
}

function icon(path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
