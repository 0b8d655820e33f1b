/** Something that stays behind, and why. Names what is confidential: for its owner's eyes, never for what leaves. */
export interface LeftOut {
  readonly kind:
    | 'file'
    | 'layer'
    | 'recipe'
    | 'need'
    | 'extent'
    | 'live-list'
    | 'release'
    | 'plan'
    | 'site'
    | 'device'
    | 'design'
    | 'answer'
    | 'designs'
    | 'rates'
    | 'plan card'
    | 'assumption'
    | 'note'
    | 'name'
    | 'view';
  readonly name: string;
  readonly why: string;
}

/** Puts something down as left out. */
export type PutLeftOut = (kind: LeftOut['kind'], name: string, why: string) => void;
