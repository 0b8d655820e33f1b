/**
 * All that a page looks like; colours are those of src/ui/tokens.css. Nothing is fetched: the type is whatever the reader
 * has. The page allows this style alone, by its hash.
 */
export const PAGE_STYLE = `
:root{color-scheme:light;--ink:#13272c;--soft:#495a5e;--paper:#ffffff;--sunk:#f1f2ed;--line:#d6d9d2;--strong:#747f7d;--radio:#b97a00;--dig:#6b3f1e;--fibre:#00786d;--missed:#97114f;--street:#d8d5cb;--ground:#f7f6f1;--accent:#1b4f91;--warn:#8a4b00;--warn-wash:#fdf1dc}
*{box-sizing:border-box}
html{font:100%/1.5 "Atkinson Hyperlegible Next","Segoe UI","Helvetica Neue",Arial,"Liberation Sans","DejaVu Sans Condensed",system-ui,sans-serif;color:var(--ink);background:var(--paper)}
body{margin:0 auto;max-width:60rem;padding:1.5rem 1.25rem 4rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .25rem}
h2{font-size:1.25rem;line-height:1.3;margin:2.25rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--ink)}
h3{font-size:1.0625rem;margin:1.5rem 0 .5rem}
p,ul,ol,dl{margin:0 0 .75rem;max-width:44rem}
ul,ol{padding-left:1.25rem}
ol{padding-left:2rem}
a{color:var(--accent);overflow-wrap:anywhere}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
bdi,dd,td,th,caption,li,p{overflow-wrap:break-word}
h1{overflow-wrap:anywhere}
.lead{font-size:1.0625rem}
.answer{font-size:1.25rem;line-height:1.3;margin:0;max-width:none}
.answer b{font-size:2.25rem;line-height:1.15;font-variant-numeric:tabular-nums;margin-right:.25rem}
.soft{color:var(--soft)}
.small{display:block;font-size:.875rem;line-height:1.35;color:var(--soft);font-weight:400}
.assumed{display:inline-block;font-size:.875rem;line-height:1.2;padding:0 .25rem;border:1px solid var(--warn);color:var(--warn);background:var(--warn-wash);border-radius:3px;font-weight:400}
.notice{border-left:4px solid var(--warn);background:var(--warn-wash);padding:.5rem .75rem;max-width:none}
.facts{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.25rem 1rem;max-width:none}
.facts dt{color:var(--soft)}
.facts dd{margin:0}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;max-width:none}
nav a{display:inline-block;padding:.25rem 0;min-height:1.75rem}
.cite{display:inline-block;min-width:1.5rem;min-height:1.5rem;text-decoration:none}
.cite:hover{text-decoration:underline}
.columns li{margin-bottom:.25rem}
.scroll{overflow-x:auto;margin:0 0 1.25rem}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:.9375rem;line-height:1.4;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:700;padding:0 0 .5rem;caption-side:top}
th,td{text-align:left;vertical-align:top;padding:.375rem .625rem .375rem 0;border-bottom:1px solid var(--line)}
thead th{border-bottom:2px solid var(--strong);vertical-align:bottom}
tbody th{font-weight:400}
.number{text-align:right;padding-right:.75rem}
.duel th[scope=row],.cards th[scope=row]{font-weight:700}
.kind{display:block;height:0;margin:0 0 .25rem;border-top:4px solid var(--strong)}
.kind-rooftop-radio{border-top-color:var(--radio);border-top-style:dashed}
.kind-dig{border-top-color:var(--dig)}
.kind-hybrid{border-top:6px double var(--fibre);margin-top:-2px}
.w5{width:5%}.w10{width:10%}.w15{width:15%}.w20{width:20%}.w25{width:25%}.w30{width:30%}.w35{width:35%}.w40{width:40%}.w45{width:45%}.w50{width:50%}.w55{width:55%}.w60{width:60%}
.duel td b,.cards td b{font-size:1.0625rem;white-space:nowrap}
.sums tbody tr:nth-last-child(-n+3)>*{border-bottom-color:var(--strong)}
.sums tbody tr:nth-last-child(3)>*{border-top:2px solid var(--strong)}
.long td p{margin:0 0 .25rem;max-width:none}
.left-out{margin-top:.5rem}
figure{margin:0 0 1.25rem}
figcaption{margin:.375rem 0 0;max-width:44rem}
.map{display:block;width:100%;height:auto;border:1px solid var(--strong);background:var(--ground)}
.map text{font-family:inherit;font-size:15px;fill:var(--ink)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:0 1.25rem}
.with-key{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));gap:0 1.25rem;align-items:start}
.with-key .key{margin:0}
.with-key figcaption{grid-column:1/-1}
.m-halo{fill:none;stroke:var(--ground);stroke-width:4;stroke-linejoin:round}
.m-street{fill:none;stroke:var(--street);stroke-width:1.5;stroke-linecap:round}
.m-link{fill:none;stroke:var(--radio);stroke-width:.5;stroke-opacity:.3}
.m-back{fill:none;stroke:var(--radio);stroke-width:2.4;stroke-dasharray:10 5}
.m-dug{fill:none;stroke:var(--dig);stroke-width:2.4;stroke-linejoin:round;stroke-linecap:round}
.m-lead{fill:none;stroke:var(--dig);stroke-width:.9}
.m-used{fill:none;stroke:var(--fibre);stroke-width:2.4;stroke-dasharray:2 3}
.m-root{fill:var(--fibre);stroke:#fff;stroke-width:1.2}
.m-hub{fill:var(--radio);stroke:#fff;stroke-width:1.2}
.m-sign{fill:none;stroke:#fff;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.m-radio{fill:var(--radio);stroke:#fff;stroke-width:.5}
.m-trench{fill:var(--dig);stroke:#fff;stroke-width:.5}
.m-missed{fill:none;stroke:var(--missed);stroke-width:2.2;stroke-linecap:round}
.m-scale{fill:none;stroke:var(--ink);stroke-width:2}
.m-plate{fill:var(--paper);fill-opacity:.85}
.key{list-style:none;padding:0;margin:0 0 1.25rem;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;max-width:none;font-size:.9375rem}
.key li{display:flex;align-items:center;gap:.5rem}
.key svg{flex:none}
.hash{font-family:ui-monospace,"Cascadia Mono","DejaVu Sans Mono",Menlo,monospace;font-size:.875rem;overflow-wrap:anywhere}
@media (max-width:40rem){
.facts{grid-template-columns:1fr}
.facts dd{margin-bottom:.5rem}
table{min-width:36rem}
.annex{min-width:26rem}
.with-key .map text{font-size:21px}
.pair .map text{font-size:17px}
}
@media screen and (prefers-color-scheme:dark){
:root{color-scheme:dark;--ink:#e9efed;--soft:#aebcbc;--paper:#131b1d;--sunk:#0d1416;--line:#2f3c40;--strong:#7d8d90;--radio:#f2c14e;--dig:#bb8d68;--fibre:#3fc0b0;--missed:#ffbcd9;--street:#38454a;--ground:#1a2224;--accent:#93bbf2;--warn:#f2bd6a;--warn-wash:#33270f}
.m-root,.m-hub,.m-radio,.m-trench,.m-sign{stroke:var(--ground)}
}
@page{size:A4;margin:14mm 14mm 16mm;@bottom-left{content:"Made with Notspot";font:9pt sans-serif;color:#495a5e}@bottom-right{content:"Page " counter(page) " of " counter(pages);font:9pt sans-serif;color:#495a5e}}
@media print{
html{font-size:9.5pt;line-height:1.32}
body{max-width:none;padding:0}
nav{display:none}
p,ul,ol,dl,figcaption{margin-bottom:.3rem;max-width:none}
h1{font-size:17pt}
h2{font-size:12.5pt;margin:1rem 0 .4rem;padding-top:.35rem}
h3{font-size:10.5pt;margin:.4rem 0 .2rem}
section:first-child h2{margin-top:.3rem}
.answer{font-size:12.5pt}
.answer b{font-size:21pt}
.notice{padding:.2rem .5rem}
.scroll{overflow:visible;margin-bottom:.6rem}
table,.annex{min-width:0;font-size:9pt;line-height:1.2}
caption{padding-bottom:.2rem}
th,td{padding-top:.13rem;padding-bottom:.13rem}
.duel td b,.cards td b{font-size:inherit}
.small,.assumed,.hash,.columns,.key,.key-note,figcaption,.with-key .key,.left-out,.small-list{font-size:9pt;line-height:1.2}
.assumed{line-height:1.1}
.cite{min-height:0;min-width:0;display:inline}
.columns{columns:2;column-gap:8mm}
.columns li{margin-bottom:.15rem}
.kind{margin-bottom:.1rem}
.map{margin:0 auto}
figure{margin-bottom:.4rem}
.pair{grid-template-columns:1fr 1fr;gap:0 5mm}
.with-key{grid-template-columns:13fr 5fr;gap:0 4mm}
.with-key .key{display:block;line-height:1.3}
.with-key .key svg{height:14px}
.with-key figcaption{margin-top:.2rem}
.cards .small{display:inline-block;margin-left:.25rem}
#asked+.facts{grid-template-columns:26mm 1fr 26mm 1fr;gap:.1rem 4mm;font-size:9pt}
.annex th,.annex td{overflow-wrap:normal;padding-right:.2rem}
.annex td:last-child:not(.number){padding-left:.3rem}
.scroll:has(.annex){columns:2;column-gap:8mm}
.key{margin-bottom:.4rem;gap:.1rem 1rem}
h1,h2,h3,caption,.key-note{break-after:avoid}
p,li{orphans:3;widows:3}
h2+p,h3+p{break-after:avoid;break-inside:avoid}
caption{break-inside:avoid}
thead{display:table-header-group;break-after:avoid}
tr,figure,.notice,li,.key,.facts{break-inside:avoid}
.columns li{break-inside:auto}
tbody tr:first-child,tbody tr:nth-child(2),tbody tr:last-child{break-before:avoid}
.scroll:has(table){break-before:avoid}
#duel{break-before:page;margin-top:0}
a{color:inherit;text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;

/** SHA-256 of the style in base 64, as the page's policy names it. */
export const PAGE_STYLE_HASH = 'sha256-s0ixY7RpWvhPhFno+24s3X/4Jd+emdyndUO6QMlZxD4=';

/**
 * What the page may do, said by itself as it is opened from a disk: nothing but look as above. No script runs, so no
 * Trusted Types policy is needed, and none may be made: where a browser knows them, every way to run text as script is shut.
 */
export const PAGE_POLICY = `default-src 'none'; style-src '${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
