/** A clearance in radii of the first Fresnel zone: "0.84"; beyond the whole zone "1.2 times", far beyond "over 10 times". */
export function zoneShareText(share: number): string {
  if (share > MOST_TOLD) return `over ${MOST_TOLD} times`;
  const text = share < 1 ? HUNDREDTHS.format(share) : `${TENTHS.format(share)} times`;
  return text.replace('-', '−').replace(/^−(0\.00)$/, '$1');
}

/** The same in words: "0.84 of the first Fresnel zone", "1.2 times the first Fresnel zone". */
export function zoneWords(share: number): string {
  return `${zoneShareText(share)}${share < 1 ? ' of' : ''} the first Fresnel zone`;
}

const MOST_TOLD = 10;
const HUNDREDTHS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const TENTHS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
