/** Topic 'radios': the project's radios, those on offer, and what links are reckoned with. */
export function RadiosPanel() {
  return null;
}
