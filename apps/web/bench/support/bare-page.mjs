/** Where the reference is shown; no such route exists in the product. */
export const BARE_PATH = '/bare-page';

const COLUMNS = ['name', 'number', 'class', 'province', 'city', 'phone', 'ownerName', 'createdAt'];

/** The reference: signs in again by its cookie and lists customers, as the app does, and writes a plain table. */
const HTML = `<!doctype html><meta charset="utf-8"><title>Bare</title>
<style>body{font:14px sans-serif} td{padding:8px 12px;border-bottom:1px solid #ddd;white-space:nowrap}
#box{height:700px;overflow:auto}</style><div id="box"><table><tbody></tbody></table></div>
<script type="module">
  const { accessToken } = await (await fetch('/api/v1/auth/refresh', { method: 'POST' })).json();
  const headers = { authorization: 'Bearer ' + accessToken };
  const limit = new URLSearchParams(location.search).get('limit') ?? '50';
  const { items } = await (await fetch('/api/v1/customers?limit=' + limit, { headers })).json();
  document.querySelector('tbody').append(...items.map((item) => {
    const row = document.createElement('tr');
    for (const column of ${JSON.stringify(COLUMNS)}) row.insertCell().textContent = item[column] ?? '';
    return row;
  }));
</script>`;

/** @param {import('playwright-core').BrowserContext} context shows the reference beside the product, on its own origin */
export const addBarePage = (context) =>
  context.route(`**${BARE_PATH}*`, (route) => route.fulfill({ contentType: 'text/html', body: HTML }));
