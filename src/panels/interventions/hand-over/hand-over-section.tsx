/** How the design that is open is handed over, and read back in. */
export function HandOverSection() {
  return null;
}
