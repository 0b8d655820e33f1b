/** What stands before the payload of a share link in the address bar. */
export const SHARE_MARK = '#share=';
