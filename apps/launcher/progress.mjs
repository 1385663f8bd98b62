const slow = 2000;
const noticeable = 300;

/** One line per phase with its seconds; a quiet one speaks only of phases that take a while. */
export function progress({ stream = process.stdout, quiet = false } = {}) {
  const line = (left, text) => stream.write(`${left.padStart(9)}  ${text}\n`);
  return {
    say: (text) => line('', text),
    async phase(label, work) {
      const begun = performance.now();
      const notice = setTimeout(() => line('…', label), slow);
      try {
        const result = await work();
        const taken = performance.now() - begun;
        const remark = typeof result?.remark === 'string' ? `: ${result.remark}` : '';
        if (!quiet || taken > noticeable) line(`${(taken / 1000).toFixed(1)} s`, `${label}${remark}`);
        return result;
      } finally {
        clearTimeout(notice);
      }
    },
  };
}
