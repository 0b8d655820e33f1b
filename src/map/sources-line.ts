/** Who is named on the map: two lines at most, and all of them on a press where that is too few. */
export interface SourcesLine {
  readonly element: HTMLElement;
  setText(text: string): void;
  destroy(): void;
}

/** All of the text stays in the page, for readers of the screen and for print; only what covers the map is cut. */
export function createSourcesLine(): SourcesLine {
  const text = document.createElement('p');
  text.className = 'notspot-map-sources-text';
  const more = document.createElement('button');
  more.type = 'button';
  more.className = 'notspot-map-sources-more';
  const element = document.createElement('div');
  element.className = 'notspot-map-sources';
  element.append(text, more);
  const open = (isOpen: boolean): void => {
    element.classList.toggle('is-open', isOpen);
    more.setAttribute('aria-expanded', String(isOpen));
    more.textContent = isOpen ? 'Fewer sources' : 'All sources';
  };
  const measure = (): void => {
    if (element.classList.contains('is-open')) return;
    more.hidden = text.scrollHeight <= text.clientHeight + 1;
  };
  open(false);
  more.hidden = true;
  more.addEventListener('click', () => {
    open(more.getAttribute('aria-expanded') !== 'true');
    measure();
  });
  const watch = new ResizeObserver(measure);
  watch.observe(text);
  return {
    element,
    setText: (words) => {
      if (text.textContent === words) return;
      text.textContent = words;
      open(false);
      measure();
    },
    destroy: () => watch.disconnect(),
  };
}
