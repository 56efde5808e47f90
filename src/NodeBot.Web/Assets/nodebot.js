// Sends questions without leaving the page. Without this script the same forms work by loading the page anew.
'use strict';

const form = document.getElementById('ask');
const box = document.getElementById('question');
const log = document.getElementById('log');
const status = document.getElementById('status');
let busy = false;

async function say(text) {
  if (busy || text.trim() === '') return;
  busy = true;
  status.textContent = 'Looking it up…';
  try {
    const response = await fetch('/chat', { method: 'POST', body: new URLSearchParams({ say: text }) });
    if (!response.ok) {
      const problem = await response.json().catch(() => ({}));
      throw new Error(problem.title ? problem.title + ' ' + problem.detail : 'The answer did not come.');
    }
    // The server escapes all text; this is its own HTML.
    log.insertAdjacentHTML('beforeend', await response.text());
    status.textContent = '';
    box.value = '';
    document.getElementById('people-ask')?.remove();
    const answer = log.lastElementChild;
    answer.scrollIntoView({ block: 'start' });
    answer.querySelector('.answer').focus({ preventScroll: true });
  } catch (error) {
    const why = error instanceof TypeError ? 'NodeBot cannot be reached.' : error.message;
    status.textContent = why + ' Your question is still in the box; try again.';
    box.value = text;
    box.focus();
  } finally {
    busy = false;
  }
}

document.addEventListener('submit', (event) => {
  event.preventDefault();
  say(event.target === form ? box.value : event.submitter.value);
});

box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});
