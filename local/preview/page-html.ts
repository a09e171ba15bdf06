/** The empty page: everything in it is drawn by its script. */
export const PAGE_HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Local preview, not HubSpot</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/page.css">
</head>
<body>
<div id="root"></div>
<script type="module" src="/assets/page.js"></script>
</body>
</html>
`;
