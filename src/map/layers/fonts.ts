/**
 * Font stacks for map labels. Without a glyph server MapLibre draws from the page's own fonts, joining the stack into a
 * CSS family list and taking weight and style from the words of its first entry; that is why it is one.
 */
const FAMILY = 'Atkinson Hyperlegible Next Variable';

export const FONT = [FAMILY, 'DejaVu Sans'];
export const FONT_BOLD = ['Bold', FAMILY, 'DejaVu Sans'];
