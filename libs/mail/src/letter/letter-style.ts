/** Of every letter. No request to anywhere; readable without it, where a mail program drops it. */
export const letterStyle = `
:root{color-scheme:light dark}
body{margin:0;padding:24px 16px;background:#f4f6f4;color:#17211e;font:16px/1.55 "Segoe UI",system-ui,-apple-system,Arial,sans-serif;overflow-wrap:anywhere}
main,footer{max-width:560px;margin:0 auto}
main{background:#fff;border:1px solid #d8e0dc;border-radius:12px;padding:24px}
h1{margin:24px 0 8px;font-size:20px;line-height:1.3}
p,ul,table{margin:0 0 16px}
ul{padding-left:22px}
table{border-collapse:collapse;width:100%}
th{padding:4px 16px 4px 0;color:#4d5c57;font-weight:400;text-align:left;vertical-align:top;width:30%}
td{padding:4px 0;font-weight:600;vertical-align:top}
.action{margin:24px 0 8px}
.action a{display:inline-block;padding:12px 22px;border-radius:8px;background:#0b5d4f;color:#fff;font-weight:600;text-decoration:none}
.url,footer{color:#4d5c57;font-size:14px}
footer{padding:16px 24px}
a{color:#0b5d4f}
@media (prefers-color-scheme:dark){
body{background:#0f1614;color:#e8efec}
main{background:#18211e;border-color:#2c3a35}
th,.url,footer{color:#a9b8b2}
a{color:#7fd8c4}
.action a{background:#7fd8c4;color:#0b1f1a}
}
`.trim();
