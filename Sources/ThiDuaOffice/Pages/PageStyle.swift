// How the page looks: on a desk, on a telephone, before an audience (`.show`), in the dark, on A4 landscape. Constant;
// the page's policy admits this text only, by its fingerprint. Colours on their ground have a contrast
// of at least 4.5 in both lights (measured by the tests). `.js` is there when the script runs.

enum PageStyle {
  /// SHA-256 of `text`, as a content policy writes it; the tests reckon it anew.
  static let fingerprint: StaticString = "sha256-Im1q8lIEQsASnqp4gaxhQg2sIP3l4i4mkRURSdMhJ/U="

  static let text: StaticString = """

    :root {
      --paper: #faf8f4; --card: #fff; --ink: #1f1c19; --dim: #5c564f; --line: #d9d3c9;
      --accent: #96171b; --soft: #f5ece6; --bar: #b8502f; --on: #fff;
      --l0: #14603a; --l1: #1c6583; --l2: #7d5a00; --l3: #a2421b; --l4: #8e1f2f; --l5: #54545c;
      color-scheme: light;
    }
    @media (prefers-color-scheme: dark) { :root:not([data-theme=light]) {
      --paper: #15171b; --card: #1c1f24; --ink: #ece8e1; --dim: #b0aaa1; --line: #3a3e46;
      --accent: #ffa896; --soft: #2a2424; --bar: #e08a5f; --on: #15171b;
      --l0: #6fcf97; --l1: #7cc4e0; --l2: #e3b341; --l3: #f0986e; --l4: #f28b9b; --l5: #b8b8c0;
      color-scheme: dark;
    } }
    :root[data-theme=dark] {
      --paper: #15171b; --card: #1c1f24; --ink: #ece8e1; --dim: #b0aaa1; --line: #3a3e46;
      --accent: #ffa896; --soft: #2a2424; --bar: #e08a5f; --on: #15171b;
      --l0: #6fcf97; --l1: #7cc4e0; --l2: #e3b341; --l3: #f0986e; --l4: #f28b9b; --l5: #b8b8c0;
      color-scheme: dark;
    }

    * { box-sizing: border-box; }
    html { scroll-padding-top: 7rem; }
    body {
      margin: 0 auto; max-width: 82rem; padding: 0 1.5rem 3rem; background: var(--paper);
      color: var(--ink); line-height: 1.5;
      font-family: "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", "Liberation Sans", Arial,
        system-ui, sans-serif;
    }
    h1, h2, h3 { line-height: 1.25; text-wrap: balance; margin: 0 0 .5rem; }
    h1 { font-size: clamp(1.5rem, 1.1rem + 1.6vw, 2.4rem); color: var(--accent); }
    h2 { font-size: 1.5rem; color: var(--accent); }
    h3 { font-size: 1.2rem; }
    a { color: var(--accent); }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    main:focus { outline: none; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem 1rem; z-index: 9; }
    [hidden] { display: none !important; }

    header.slide { padding: 2rem 0 1rem; border-bottom: 3px double var(--accent); }
    .slogan { font-size: 1.15rem; font-style: italic; margin: .25rem 0 .75rem; }
    .heed { background: var(--soft); border-left: 4px solid var(--accent); padding: .5rem 1rem; font-weight: 600; }
    .if h2::after, .if h3::after { content: " (giả sử)"; font-weight: 400; }
    .theme { max-width: 60rem; margin: .25rem 0 .75rem; }
    dl { margin: .25rem 0 1rem; }
    dl > div { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: 1rem; padding: .15rem 0; }
    dt { color: var(--dim); }
    dd { margin: 0; }
    nav { display: flex; flex-direction: column; gap: .3rem; padding: .9rem 0; }
    nav ul { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; margin: 0; padding: 0; list-style: none; }
    nav a { text-decoration-thickness: 1px; text-underline-offset: .2em; }
    .first { font-weight: 600; }
    summary { cursor: pointer; color: var(--accent); width: fit-content; }

    .tools { display: none; }
    .js .tools {
      display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; position: sticky; top: 0; z-index: 5;
      padding: .6rem 0; background: var(--paper); border-bottom: 1px solid var(--line);
    }
    .tools input {
      flex: 1 1 14rem; min-width: 10rem; font: inherit; padding: .35rem .7rem; color: var(--ink);
      background: var(--card); border: 1px solid var(--dim); border-radius: .4rem;
    }
    button {
      font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--dim);
      border-radius: .4rem; padding: .35rem .8rem; cursor: pointer;
    }
    button:hover { border-color: var(--accent); color: var(--accent); }
    button[aria-pressed=true] { background: var(--accent); border-color: var(--accent); color: var(--paper); }
    ::placeholder { color: var(--dim); opacity: 1; }
    .tools p { margin: 0; color: var(--dim); }
    .stage { display: none; gap: .5rem; align-items: center; }
    .show .stage { display: flex; }

    .b { padding-top: 1.5rem; }
    .slide { padding: .5rem 0; }
    main .slide, .part { content-visibility: auto; contain-intrinsic-size: auto 50rem; }
    .cluster { margin-top: 1.5rem; }
    .cluster > dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); }
    .cluster > dl > div { grid-template-columns: 10rem 1fr; }
    .count { color: var(--dim); margin: .25rem 0 .75rem; }
    .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 1.25rem; }
    figure { margin: 0; max-width: 48rem; padding: 1rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
    figcaption { font-weight: 600; margin-bottom: .5rem; }
    figure > svg { display: block; width: 100%; height: auto; font-size: 15px; fill: var(--ink); }
    figure svg text { font-variant-numeric: tabular-nums; }
    .grid { stroke: var(--line); fill: none; }
    .tick { fill: var(--dim); text-anchor: middle; font-size: 13px; }
    .range { stroke: var(--bar); stroke-width: 2; }
    .dots { stroke: var(--bar); stroke-width: 10; stroke-linecap: round; opacity: .75; }
    .mean { stroke: var(--ink); stroke-width: 2; }
    .low { text-anchor: end; }
    .label { font-size: 14px; fill: var(--dim); }
    .in { text-anchor: middle; fill: var(--on); font-weight: 600; font-size: 14px; }
    path.l0 { fill: var(--l0); } path.l1 { fill: var(--l1); } path.l2 { fill: var(--l2); }
    path.l3 { fill: var(--l3); } path.l4 { fill: var(--l4); } path.l5 { fill: var(--l5); }
    i.l0 { background: var(--l0); } i.l1 { background: var(--l1); } i.l2 { background: var(--l2); }
    i.l3 { background: var(--l3); } i.l4 { background: var(--l4); } i.l5 { background: var(--l5); }
    i[class] { display: inline-block; width: .7em; height: .7em; border-radius: 50%; margin-right: .45em; }
    .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: .5rem 0; padding: 0; list-style: none; }
    figure details, .rules { margin-top: .6rem; }

    table { border-collapse: separate; border-spacing: 0; width: 100%; font-variant-numeric: tabular-nums; }
    caption { text-align: left; color: var(--dim); font-size: .9rem; padding: .2rem 0; }
    th, td { padding: .45rem .6rem; text-align: right; vertical-align: top; border-bottom: 1px solid var(--line); }
    thead th {
      font-weight: 600; vertical-align: bottom; background: var(--paper); text-align: left;
      border-bottom: 2px solid var(--accent);
    }
    thead th.n { text-align: right; }
    th[scope=row], td.t { text-align: left; }
    th[scope=row] { font-weight: 600; }
    .i > th { padding-left: 1.6rem; font-weight: 400; }
    thead small {
      font-weight: 400; color: var(--dim); max-width: 9rem; margin-left: auto; overflow: hidden;
      display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; line-height: 1.25;
      padding-right: .15em;
    }
    td small { color: var(--dim); }
    td b { color: var(--accent); }
    td.p, th.p { text-align: center; }
    td.p { font-weight: 700; color: var(--accent); width: 3.5rem; }
    td.s { font-weight: 700; width: 7.5rem; }
    td.s svg { display: block; width: 6rem; height: .35rem; margin: .15rem 0 0 auto; background: var(--line); border-radius: .2rem; }
    td.s path { stroke: var(--bar); stroke-width: 1; fill: none; }
    .r { background: var(--card); }
    .js .u > tr:first-child { cursor: pointer; }
    .js .u > tr:first-child:hover > * { background: var(--soft); }
    .w > td { padding: 0; text-align: left; border-bottom: 0; }
    .w summary { font-size: .85rem; padding: .1rem .6rem; }
    .w details[open] { background: var(--soft); border-left: 4px solid var(--accent); padding: .5rem 1rem 1rem; }
    .w p { margin: .3rem 0; color: var(--dim); }
    .js .w details:not([open]) > summary:not(:focus-visible) {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); padding: 0;
    }
    .w ul { margin: 0; padding-left: 1.15rem; list-style: none; border-left: 1px solid var(--line); }
    .w details > ul { border: 0; padding-left: 0; }
    .w details > ul > li { margin-top: .4rem; }
    .w li { padding: .1rem 0; scroll-margin: 12rem 0 6rem; }
    .w small { color: var(--dim); margin-left: .4rem; }
    .w .at, .w li:target { box-shadow: -.35rem 0 0 var(--accent); margin-left: -.3rem; padding-left: .3rem; }
    .list { padding-left: 1.2rem; }
    footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 1rem; }
    footer h2 { font-size: 1.1rem; }
    th button {
      all: unset; cursor: pointer; font: inherit; text-align: inherit; display: block; width: 100%;
    }
    th button:hover { color: var(--accent); }
    th button:focus-visible { outline: 3px solid var(--accent); }
    th[aria-sort=ascending] > button > :first-child::after { content: " ▲"; content: " ▲" / ""; }
    th[aria-sort=descending] > button > :first-child::after { content: " ▼"; content: " ▼" / ""; }
    .heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

    @media screen and (min-width: 60rem) {
      .js .x:not(.wide) > .r > thead th { position: sticky; top: 3.5rem; z-index: 2; }
    }
    .wide { overflow-x: auto; }
    @media screen and (max-width: 60rem) {
      body { padding: 0 .9rem 2rem; }
      .x { overflow-x: auto; }
      .x th[scope=row] { min-width: 9rem; }
      .x td.t { min-width: 7rem; }
      .x thead th { min-width: 4.5rem; }
      .x thead th.p { min-width: 0; }
      .x thead th.t ~ th.t { min-width: 10rem; }
      .x thead small { width: 6rem; }
      .cluster > dl > div { grid-template-columns: 1fr; }
      dl > div { grid-template-columns: 1fr; gap: 0; }
      .w details > * { max-width: calc(100vw - 4rem); position: sticky; left: .9rem; }
    }
    @media screen and (max-width: 40rem) {
      .js .tools { position: static; }
      .d, td.s svg { display: none; }
      td.s { width: auto; }
      td.p { width: 2rem; }
      th, td { padding: .35rem .4rem; }
      figure { padding: .8rem; }
      figure > svg { font-size: 22px; overflow: visible; }
      .label, .tick { font-size: 20px; }
      .in { font-size: 18px; }
    }

    .show { font-size: clamp(16px, 8px + .72vw, 30px); }
    .show body { max-width: none; padding: 0 3vw 2rem; }
    .show nav, .show footer, .show .skip, .show .slide:not(.on), .show .b:not(:has(.on)), .show .b > h2 { display: none; }
    .show header.on { display: flex; flex-direction: column; justify-content: center; min-height: 80vh; border: 0; text-align: center; }
    .show header .theme { margin-inline: auto; }
    .show h1 { font-size: 2.6rem; }
    .show h3 { font-size: 1.7rem; color: var(--accent); }
    .show .cluster { margin-top: 0; }
    .show figure { max-width: none; }
    .show caption { display: none; }
    .show .tools input, .show [data-do=open], .show [data-do=print] { display: none; }
    .show .tools { justify-content: flex-end; font-size: 1rem; order: -1; }
    .show body { display: flex; flex-direction: column; }
    .show header details { align-self: center; text-align: left; }

    /* The reader's own few colours: what a chart tells by colour keeps its own. */
    @media (forced-colors: active) {
      :root, :root[data-theme] {
        --paper: Canvas; --card: Canvas; --ink: CanvasText; --dim: CanvasText; --line: CanvasText;
        --accent: CanvasText; --soft: Canvas; --bar: Highlight; --on: #fff;
        --l0: #14603a; --l1: #1c6583; --l2: #7d5a00; --l3: #a2421b; --l4: #8e1f2f; --l5: #54545c;
      }
      figure > svg, td.s svg, i[class] { forced-color-adjust: none; }
      path.l0, path.l1, path.l2, path.l3, path.l4, path.l5 { stroke: CanvasText; }
      i[class] { outline: 1px solid CanvasText; }
      button[aria-pressed=true] { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
      .w .at, .w li:target { border-left: .35rem solid Highlight; }
    }

    @page { size: A4 landscape; margin: 13mm 12mm 15mm; @bottom-right { content: "Trang " counter(page) "/" counter(pages); font-size: 9pt; } }
    @media print {
      :root, :root[data-theme=dark] {
        --paper: #fff; --card: #fff; --ink: #000; --dim: #444; --line: #bbb; --accent: #7a1014; --soft: #f4f0ec;
        --bar: #b8502f; --on: #fff;
        --l0: #14603a; --l1: #1c6583; --l2: #7d5a00; --l3: #a2421b; --l4: #8e1f2f; --l5: #54545c;
        color-scheme: light; font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact;
      }
      body { max-width: none; padding: 0; line-height: 1.32; }
      nav, .skip, .hint, .js .tools { display: none; }
      header.slide { padding-top: 0; }
      main .slide, .part { content-visibility: visible; }
      .cluster, #khen-thuong { break-before: page; }
      figure, .u > tr, .q, h2, h3 { break-inside: avoid; }
      h2, h3, caption { break-after: avoid; }
      /* A head repeated on the next sheet would leave out a box of its own. */
      th button { display: contents; }
      th, td { padding: .25rem .45rem; }
      td.t, td small { font-size: 9pt; }
      .x, .wide { overflow: visible; }
      figure details:not([open]), .rules:not([open]), .facts:not([open]), .w details:not([open]) { display: none; }
      .w summary, .w:not(:has([open])) { display: none; }
    }

    """
}
