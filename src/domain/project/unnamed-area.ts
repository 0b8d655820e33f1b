/** What a project of real files is called until one of them names its authority. */
export const UNNAMED_AREA = 'Your area';
