// Links that would lie over each other, or run through a third thing as if it were linked, are bent.
const pairs = new Map();
links.forEach((link, n) => {
  const pair = `${Math.min(link.from, link.to)} ${Math.max(link.from, link.to)}`;
  pairs.set(pair, [...(pairs.get(pair) || []), n]);
});
const PARALLEL = 0.15, TURNS = [0.06, 0.1, 0.14, 0.2, 0.26, 0.34, 0.44, 0.56].flatMap((turn) => [turn, -turn]), STEPS = 24, CLEAR = 5;
const ownTurn = (link) => PARALLEL * pairs.get(`${Math.min(link.from, link.to)} ${Math.max(link.from, link.to)}`).findIndex((n) => links[n] === link);
// What the library is told of a turn, and the point that it draws such a link towards: half the way where it is straight.
const smoothOf = (turn) => (turn ? { enabled: true, type: turn > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(turn) } : false);
const viaOf = (a, b, smooth) => {
  const turn = smooth ? smooth.roundness * (smooth.type === "curvedCW" ? 1 : -1) : 0;
  const far = Math.hypot(b.x - a.x, b.y - a.y) * (Math.abs(turn) + 1) / 2, angle = Math.atan2(a.y - b.y, b.x - a.x) + ((turn + 1) / 2) * Math.PI;
  return { x: a.x + far * Math.sin(angle), y: a.y + far * Math.cos(angle) };
};
const alongOf = (a, b, turn) => {
  const via = viaOf(a, b, smoothOf(turn));
  return Array.from({ length: STEPS + 1 }, (_, k) => k / STEPS).map((s) => ["x", "y"].map((axis) => (1 - s) ** 2 * a[axis] + 2 * s * (1 - s) * via[axis] + s ** 2 * b[axis]));
};
// To run through a mark is worse than to come near it.
const WORSE = 4;
const meets = (along, one) => {
  let least = Infinity;
  along.forEach(([x, y]) => { least = Math.min(least, (x - one.x) ** 2 + (y - one.y) ** 2); });
  return least < one.size ** 2 ? WORSE : least < (one.size + CLEAR) ** 2 ? 1 : 0;
};
const nearTo = (a, b, one) => {
  const dx = b.x - a.x, dy = b.y - a.y, share = Math.min(Math.max(((one.x - a.x) * dx + (one.y - a.y) * dy) / (dx * dx + dy * dy || 1), 0), 1);
  return Math.hypot(a.x + share * dx - one.x, a.y + share * dy - one.y);
};
// The least turn with which a link meets no third thing, or as few as can be.
const turnPast = (a, b, own, others) => {
  let best = own, fewest = Infinity;
  [0, ...TURNS].forEach((more) => {
    const along = alongOf(a, b, own + more), met = others.reduce((sum, one) => sum + meets(along, one), 0);
    if (met < fewest) { fewest = met; best = own + more; }
  });
  return best;
};
// Where thousands of links cross hundreds of marks no turn helps: so many marks are looked at, and no more.
const MOST_LOOKED_AT = 15000;
const bendLinks = (wanted, joined) => {
  const all = [...wanted.values()].filter((look) => typeof look.id === "number");
  let left = MOST_LOOKED_AT;
  joined.forEach((look) => {
    if (typeof look.id !== "number") return;
    const [a, b] = [wanted.get(look.from), wanted.get(look.to)], own = ownTurn(links[look.id]), long = Math.hypot(b.x - a.x, b.y - a.y);
    const others = all.filter((one) => one !== a && one !== b && nearTo(a, b, one) < long * 0.4 + one.size);
    const searched = left > 0 && (own || others.some((one) => nearTo(a, b, one) < one.size + CLEAR));
    if (searched) left -= others.length;
    look.smooth = smoothOf(searched ? turnPast(a, b, own, others) : own);
  });
};
