/** The look of the verification page; small, and readable on paper. */
export const verificationStyle = `body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1rem;color:#14202b;background:#fff}
nav{text-align:right}h1{font-size:1.5rem}.answer{font-size:1.25rem;border-left:.4rem solid;padding:.6rem 1rem;background:#f2f5f7}
.VALID{border-color:#00695c}.REPLACED{border-color:#8a5a00}.REVOKED,.ALTERED{border-color:#a3122a}.NEVER_ISSUED{border-color:#4a5560}
dl{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.3rem 1rem}dt{font-weight:600}dd{margin:0}
label{display:block;margin-top:.8rem}input{font:inherit;width:100%;max-width:24rem;padding:.4rem;box-sizing:border-box}
button{font:inherit;margin-top:.8rem;padding:.5rem 1.2rem}a{color:#00508a}@media print{nav,form{display:none}}
`;
