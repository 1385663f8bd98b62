/** The look of the pages for anybody; small, and readable on paper. */
export const verificationStyle = `:root{color-scheme:light dark;--ink:#14202b;--page:#fff;--soft:#f2f5f7;--link:#00508a;--edge:#66727d;--VALID:#00695c;--REPLACED:#8a5a00;--bad:#a3122a;--none:#4a5560}
@media (prefers-color-scheme:dark){:root{--ink:#e8eef2;--page:#10171d;--soft:#1a242c;--link:#8cc8ff;--edge:#93a1ad;--VALID:#5fd3c1;--REPLACED:#f0bc5e;--bad:#ff9aa8;--none:#a9b7c2}}
body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1rem;color:var(--ink);background:var(--page);overflow-wrap:anywhere}
nav{text-align:right}nav a,nav span{display:inline-block;padding:.4rem .5rem}h1{font-size:1.5rem}h2{font-size:1.2rem;margin:1.6rem 0 .4rem}
.answer{font-size:1.25rem;border-left:.4rem solid var(--none);padding:.6rem 1rem;background:var(--soft)}
.VALID{border-color:var(--VALID)}.REPLACED{border-color:var(--REPLACED)}.REVOKED,.ALTERED{border-color:var(--bad)}
dl{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.3rem 1rem}dt{font-weight:600}dd{margin:0}
label{display:block;margin-top:.8rem}input{font:inherit;width:100%;max-width:24rem;padding:.5rem;box-sizing:border-box;color:inherit;background:var(--page);border:1px solid var(--edge);border-radius:.25rem}
.pair{display:flex;gap:1rem}.pair input{width:5rem}
button,.button{display:block;width:fit-content;font:inherit;margin-top:.8rem;padding:.6rem 1.2rem;color:var(--page);background:var(--link);border:0;border-radius:.25rem;text-decoration:none}
a{color:var(--link)}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
@media print{nav,form,section,.offline,.button{display:none}}
`;
