// What the page can do beyond being read: search without accents, sort, open reasons at a number, dark, one cluster at
// a time. Constant; the page's policy admits this text only, by its fingerprint. Nothing here makes
// markup out of text: every text is set as text. At loading it touches heads of tables only, never
// the two thousand rows.

enum PageScript {
  /// SHA-256 of `text`, as a content policy writes it; the tests reckon it anew.
  static let fingerprint: StaticString = "sha256-0j2vrJAIlCoQU7lxwZaNrMYMXN6OrRZ7uErdpPEev5U="

  static let text: StaticString = #"""

    'use strict';
    const root = document.documentElement;
    root.classList.add('js');
    const all = (selector, from = document) => [...from.querySelectorAll(selector)];

    // ---- Tools. Made here: without a script they would do nothing.
    const make = (tag, fields, ...children) => {
      const element = Object.assign(document.createElement(tag), fields);
      element.append(...children);
      return element;
    };
    const button = (name, text, action) => {
      const made = make('button', {type: 'button', textContent: text, onclick: action});
      made.dataset.do = name;
      return made;
    };
    const status = make('p');
    status.setAttribute('role', 'status');
    const spoken = make('span', {className: 'heard'});
    spoken.setAttribute('aria-live', 'polite');
    const position = make('span');
    position.setAttribute('aria-live', 'polite');
    const field = make('input', {type: 'search', placeholder: 'Tìm, gõ không dấu cũng được (phím /)'});
    field.setAttribute('aria-label', 'Tìm trong trang');
    const openAll = button('open', 'Mở mọi lý do', () => {
      const isOpen = openAll.getAttribute('aria-pressed') !== 'true';
      for (const details of all('.w details')) details.open = isOpen && !details.closest('[hidden]');
      openAll.setAttribute('aria-pressed', isOpen);
    });
    const dark = button('dark', 'Nền tối', () => {
      const isDark = dark.getAttribute('aria-pressed') !== 'true';
      root.dataset.theme = isDark ? 'dark' : 'light';
      dark.setAttribute('aria-pressed', isDark);
    });
    const project = button('project', 'Trình chiếu', () => current < 0 ? show(nearest()) : leave());
    const stage = make('span', {className: 'stage'},
      button('back', '← Trước', () => show(current - 1)), position, button('next', 'Sau →', () => show(current + 1)));
    openAll.setAttribute('aria-pressed', false);
    project.setAttribute('aria-pressed', false);
    dark.setAttribute('aria-pressed', matchMedia('(prefers-color-scheme: dark)').matches);

    // ---- Search: words in any order; typed without accents they match with and without.
    const bare = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();
    const exact = text => text.normalize('NFC').toLowerCase();
    const words = element => [...(element.rows ? element.rows[0].cells : [element])].map(cell => cell.textContent).join(' ');
    let items;
    const search = () => {
      items ??= all('.u, .q').map(element => ({element, text: words(element)}));
      const typed = field.value.trim();
      const fold = exact(typed) === bare(typed) ? bare : exact;
      const wanted = fold(typed).split(/\s+/).filter(Boolean);
      const matches = text => wanted.every(word => text.includes(word));
      const test = (item, key, text) => matches(item[key + fold.name] ??= fold(text(item)));
      let found = items.filter(item => test(item, 'own', item => item.text));
      let where = '';
      if (!found.length) {
        found = items.filter(item => test(item, 'deep', item => item.element.textContent));
        where = ' trong phần lý do';
      }
      const kept = new Set(found);
      for (const item of items) item.element.hidden = !kept.has(item);
      const isAll = !wanted.length;
      for (const table of all('main table.r')) table.hidden = !isAll && !table.querySelector('.u:not([hidden])');
      for (const slide of all('main section.slide, #luu-y, #can-cu')) {
        slide.hidden = !isAll && !slide.querySelector('.u:not([hidden]), .q:not([hidden])');
      }
      for (const rules of all('.rules')) rules.open = !isAll && !!rules.querySelector('.q:not([hidden])');
      status.textContent = isAll ? '' : found.length ? `Tìm thấy ${found.length} mục${where}.` : 'Không thấy mục nào.';
    };
    let waiting;
    field.oninput = () => { clearTimeout(waiting); waiting = setTimeout(search, 120); };

    // ---- Sorting. The head of a cluster's first table knows the place of every row for its column.
    const sort = (section, index, head) => {
      const isAscending = head.getAttribute('aria-sort')
        ? head.getAttribute('aria-sort') === 'descending' : !('high' in head.dataset);
      const tables = all('table.r', section);
      const rows = section.rows ??= tables.flatMap(table => [...table.tBodies]);
      const places = head.dataset.k.split(' ');
      const value = place => place === '0' ? Infinity : isAscending ? +place : -place;
      const order = rows.map((row, at) => [value(places[at]), at]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      const sizes = tables.map(table => table.tBodies.length);
      let next = 0;
      tables.forEach((table, at) => {
        table.append(...order.slice(next, next += sizes[at]).map(pair => rows[pair[1]]));
        for (const cell of table.tHead.rows[0].cells) cell.removeAttribute('aria-sort');
        table.tHead.rows[0].cells[index].setAttribute('aria-sort', isAscending ? 'ascending' : 'descending');
      });
      spoken.textContent = `Đã xếp theo ${head.querySelector('button > span').textContent}, ${isAscending ? 'tăng dần' : 'giảm dần'}.`;
    };
    const makeSortable = section => {
      const tables = all('table.r', section);
      if (!tables.length) return;
      const heads = [...tables[0].tHead.rows[0].cells];
      for (const table of tables) [...table.tHead.rows[0].cells].forEach((head, index) => {
        if (!heads[index].dataset.k) return;
        const [name, ...rest] = head.childNodes;
        const made = make('button', {type: 'button', onclick: () => sort(section, index, heads[index])}, make('span', {}, name), ...rest);
        head.append(made);
      });
    };

    // ---- A click on a value opens the reason of that value, on the name all reasons.
    const open = event => {
      const cell = event.target.closest('.u > tr:first-child > *');
      if (!cell || getSelection().type === 'Range') return;
      const details = cell.closest('.u').querySelector('details');
      if (!details) return;
      const head = cell.closest('table').tHead.rows[0].cells[cell.cellIndex];
      const reason = document.getElementById(`${details.id}c${head.dataset.c}`);
      for (const line of all('.at')) line.classList.remove('at');
      if (!reason) { details.open = !details.open; return; }
      details.open = true;
      reason.classList.add('at');
      reason.tabIndex = -1;
      reason.focus({preventScroll: true});
      const {top, bottom} = reason.getBoundingClientRect();
      if (top < 190 || Math.min(bottom, top + 60) > innerHeight) reason.scrollIntoView();
    };

    // ---- Projector: one slide at a time.
    let slides = [], current = -1;
    const nearest = () => Math.max(0, slides.findLastIndex(slide => slide.getBoundingClientRect().top < 200));
    const show = at => {
      slides[current]?.classList.remove('on');
      current = Math.min(Math.max(at, 0), slides.length - 1);
      slides[current].classList.add('on');
      root.classList.add('show');
      project.setAttribute('aria-pressed', true);
      const title = slides[current].querySelector('h1, h2, h3').textContent;
      position.replaceChildren(`${current + 1}/${slides.length}`, make('span', {className: 'heard', textContent: `: ${title}`}));
      scrollTo(0, 0);
    };
    const leave = () => {
      const slide = slides[current];
      slide.classList.remove('on');
      current = -1;
      root.classList.remove('show');
      project.setAttribute('aria-pressed', false);
      position.textContent = '';
      slide.scrollIntoView();
    };
    const keys = event => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const isTyping = event.target === field;
      if (event.key === '/' && !isTyping) { event.preventDefault(); if (current >= 0) leave(); field.focus(); }
      if (event.key === 'Escape' && isTyping) { field.value = ''; search(); field.blur(); }
      else if (event.key === 'Escape' && current >= 0) leave();
      if (current < 0 || isTyping) return;
      if (event.key === 'ArrowRight' || event.key === 'PageDown') { event.preventDefault(); show(current + 1); }
      if (event.key === 'ArrowLeft' || event.key === 'PageUp') { event.preventDefault(); show(current - 1); }
    };

    addEventListener('DOMContentLoaded', () => {
      const tools = make('div', {className: 'tools'}, field, status, spoken, openAll, dark, stage, project, button('print', 'In', () => print()));
      tools.setAttribute('role', 'search');
      tools.setAttribute('aria-label', 'Công cụ của trang');
      document.querySelector('nav').after(tools);
      slides = all('.slide');
      for (const section of all('.cluster')) makeSortable(section);
      document.querySelector('main').addEventListener('click', open);
      addEventListener('keydown', keys);
    });

    """#
}
