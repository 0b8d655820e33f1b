/** In a site's details: the consents that may stand in its way. */
export function ConsentsSection() {
  return null;
}
