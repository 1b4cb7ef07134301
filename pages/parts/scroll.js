// Brings the clause that was asked for into view and keeps it there while the page around it still
// grows (columns and faces arrive after us), until somebody touches the page or it has stood for a while.
(() => {
  const STANDS = 1500; // milliseconds
  let until = Infinity;
  const leave = () => { until = 0; };
  for (const act of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(act, leave, { once: true, passive: true });
  }
  const aim = () => {
    const lit = document.getElementById("lit");
    if (lit?.getClientRects().length) {
      until = Math.min(until, performance.now() + STANDS);
      if (until > 0) lit.scrollIntoView({ block: "center" });
    }
    if (until > performance.now()) requestAnimationFrame(aim);
  };
  aim();
})();
