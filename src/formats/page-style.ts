/**
 * All that a page looks like; colours are those of src/ui/tokens.css. Nothing is fetched: the type is whatever the reader
 * has. The page allows this style alone, by its hash.
 */
export const PAGE_STYLE = `
:root{color-scheme:light;--ink:#13272c;--soft:#495a5e;--paper:#ffffff;--sunk:#f1f2ed;--line:#d6d9d2;--strong:#747f7d;--radio:#b97a00;--dig:#6b3f1e;--fibre:#00786d;--missed:#97114f;--street:#d8d5cb;--accent:#1b4f91;--warn:#8a4b00;--warn-wash:#fdf1dc}
*{box-sizing:border-box}
html{font:100%/1.5 "Atkinson Hyperlegible Next","Segoe UI",system-ui,"DejaVu Sans",sans-serif;color:var(--ink);background:var(--paper)}
body{margin:0 auto;max-width:60rem;padding:1.5rem 1.25rem 4rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.25rem;line-height:1.3;margin:2.25rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--ink)}
h3{font-size:1.0625rem;margin:1.5rem 0 .5rem}
p,ul,ol,dl{margin:0 0 .75rem;max-width:44rem}
ul,ol{padding-left:1.25rem}
a{color:var(--accent);overflow-wrap:anywhere}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
bdi,dd,td,th,caption,li,p{overflow-wrap:break-word}
h1{overflow-wrap:anywhere}
.lead{font-size:1.0625rem}
.soft{color:var(--soft)}
.small{display:block;font-size:.875rem;line-height:1.35;color:var(--soft);font-weight:400}
.assumed{display:inline-block;font-size:.875rem;line-height:1.3;padding:0 .375rem;border:1px solid var(--warn);color:var(--warn);background:var(--warn-wash);border-radius:3px;font-weight:400}
.notice{border-left:4px solid var(--warn);background:var(--warn-wash);padding:.5rem .75rem;max-width:none}
.facts{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.25rem 1rem;max-width:none}
.facts dt{color:var(--soft)}
.facts dd{margin:0}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;max-width:none}
nav a{display:inline-block;padding:.25rem 0;min-height:1.75rem}
.scroll{overflow-x:auto;margin:0 0 1.25rem}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:.9375rem;line-height:1.4;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:700;padding:0 0 .5rem;caption-side:top}
th,td{text-align:left;vertical-align:top;padding:.375rem .625rem .375rem 0;border-bottom:1px solid var(--line)}
thead th{border-bottom:2px solid var(--strong);vertical-align:bottom}
tbody th{font-weight:400}
.number{text-align:right;padding-right:.75rem}
.duel th[scope=row]{font-weight:700}
.w5{width:5%}.w10{width:10%}.w15{width:15%}.w20{width:20%}.w25{width:25%}.w30{width:30%}.w35{width:35%}.w40{width:40%}.w45{width:45%}.w50{width:50%}.w55{width:55%}.w60{width:60%}
.duel td b{font-size:1.0625rem;white-space:nowrap}
.duel .assumed{display:block;width:fit-content;margin-top:.125rem}
figure{margin:0 0 1.5rem}
figcaption{margin:.375rem 0 0;max-width:44rem}
.map{display:block;width:100%;height:auto;border:1px solid var(--strong);background:#f7f6f1}
.map text{font-family:inherit;font-size:15px;fill:var(--ink)}
.m-halo{fill:none;stroke:#f7f6f1;stroke-width:4;stroke-linejoin:round}
.m-street{fill:none;stroke:var(--street);stroke-width:2.2;stroke-linecap:round}
.m-link{fill:none;stroke:var(--radio);stroke-width:.5;stroke-opacity:.3}
.m-back{fill:none;stroke:var(--radio);stroke-width:3;stroke-dasharray:10 5}
.m-dug{fill:none;stroke:var(--dig);stroke-width:3.4;stroke-linejoin:round;stroke-linecap:round}
.m-lead{fill:none;stroke:var(--dig);stroke-width:1.1}
.m-used{fill:none;stroke:var(--fibre);stroke-width:3;stroke-dasharray:2 4}
.m-root{fill:var(--fibre);stroke:#fff;stroke-width:1.2}
.m-hub{fill:var(--radio);stroke:#fff;stroke-width:1.2}
.m-sign{fill:none;stroke:#fff;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.m-radio{fill:var(--radio);stroke:#fff;stroke-width:.8}
.m-trench{fill:var(--dig);stroke:#fff;stroke-width:.8}
.m-missed{fill:none;stroke:var(--missed);stroke-width:2.2;stroke-linecap:round}
.m-scale{fill:none;stroke:var(--ink);stroke-width:2}
.m-plate{fill:#fff;fill-opacity:.85}
.key{list-style:none;padding:0;margin:.5rem 0 0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;max-width:none;font-size:.9375rem}
.key li{display:flex;align-items:center;gap:.5rem}
.key svg{flex:none}
.hash{font-family:ui-monospace,"Cascadia Mono","DejaVu Sans Mono",Menlo,monospace;font-size:.875rem;overflow-wrap:anywhere}
@media (max-width:40rem){.facts{grid-template-columns:1fr}.facts dd{margin-bottom:.5rem}table{min-width:36rem}}
@page{size:A4;margin:15mm 14mm 18mm;@bottom-left{content:"Made with Notspot";font:9pt sans-serif;color:#495a5e}@bottom-right{content:"Page " counter(page) " of " counter(pages);font:9pt sans-serif;color:#495a5e}}
@media print{
html{font-size:9.5pt;line-height:1.35}
body{max-width:none;padding:0}
nav{display:none}
.scroll{overflow:visible}
table{min-width:0;font-size:9pt;line-height:1.3}
th,td{padding-top:.2rem;padding-bottom:.2rem}
.small,.assumed,.hash{font-size:9pt;line-height:1.25}
.duel .assumed{display:inline-block;margin-top:0}
.key,.key-note,figcaption{font-size:9pt;max-width:none}
.map{width:auto;max-width:100%;max-height:58mm;margin:0 auto}
h1,h2,h3,caption,.key,.key-note{break-after:avoid}
p,li{orphans:3;widows:3}
h2+p{break-after:avoid;break-inside:avoid}
caption{break-inside:avoid}
.maps{break-after:page}
h2{margin-top:1.1rem;padding-top:.4rem}
h3{margin-top:.8rem}
.scroll{margin-bottom:.75rem}
section:first-child h2{margin-top:.5rem}
thead{display:table-header-group}
tr,figure,.notice,li{break-inside:avoid}
.long tr{break-inside:auto}
thead{break-after:avoid}
tbody tr:first-child,tbody tr:nth-child(2),tbody tr:nth-last-child(-n+2){break-before:avoid}
.scroll:has(table){break-before:avoid}
#maps{break-before:page;margin-top:0}
.maps figure{margin-bottom:.4rem}
a{color:inherit;text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;

/** SHA-256 of the style in base 64, as the page's policy names it. */
export const PAGE_STYLE_HASH = 'sha256-7EwwhzjoJiv4E4ndyJuFbtxJQexNMb9SOwOoZg4UuNM=';

/**
 * What the page may do, said by itself as it is opened from a disk: nothing but look as above. No script runs, so no
 * Trusted Types policy is needed, and none may be made: where a browser knows them, every way to run text as script is shut.
 */
export const PAGE_POLICY = `default-src 'none'; style-src '${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
