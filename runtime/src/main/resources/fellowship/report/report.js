'use strict';
(() => {
  const rows = [...document.querySelectorAll('details.row')];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const search = document.getElementById('search');
  if (!search) {
    return; // a page without rows
  }
  const buttons = [...document.querySelectorAll('[data-flag]')];
  const shown = document.getElementById('shown');
  let flag = '';
  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, i) => {
      const fits = (!flag || row.dataset.flags.split(' ').includes(flag)) && words.every((word) => texts[i].includes(word));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    shown.textContent = count + ' shown';
  };
  buttons.forEach((button) => button.addEventListener('click', () => {
    flag = button.dataset.flag;
    buttons.forEach((other) => other.setAttribute('aria-pressed', String(other === button)));
    show();
  }));
  search.addEventListener('input', show);
  document.getElementById('open').addEventListener('click', (event) => {
    const open = event.target.textContent === 'open all';
    rows.forEach((row) => { row.open = open && !row.hidden; });
    event.target.textContent = open ? 'close all' : 'open all';
  });
  show();
})();
