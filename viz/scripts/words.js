// What the page says, in Chinese and in English.
const WORDS = {
  skip: ["跳到列表", "Skip to the list"], views: ["视图", "Views"], tools: ["工具", "Tools"], finder: ["查找与筛选", "Find and filter"],
  centre: ["图", "Drawing"], side: ["原文依据与群组", "Evidence and clusters"], panes: ["栏目", "Panes"], tabs: ["右栏", "Right pane"], list: ["实体列表", "List of entities"],
  search: ["查找名称", "Find a name"], searchHint: ["名称、别名、拼音或首字母", "name, alias, pinyin or initials"],
  clear: ["清除筛选", "Clear filters"], fit: ["全图", "Fit"], closer: ["放大", "Zoom in"], farther: ["缩小", "Zoom out"],
  places: ["示意图", "Overview"], where: ["谁在哪里", "Who is where"], pilots: ["试点什么", "What is piloted"], whole: ["全图谱", "Whole graph"], sparql: ["SPARQL", "SPARQL"],
  undo: ["撤销", "Undo"], redo: ["重做", "Redo"], export: ["导出", "Export"], language: ["English", "中文"], theme: ["明暗", "Light or dark"], help: ["帮助", "Help"], print: ["打印", "Print"],
  colour: ["按群组着色", "Colour by cluster"], unhide: ["恢复已隐藏（{0}）", "Bring back {0} hidden"],
  png: ["PNG 图片", "PNG picture"], svg: ["SVG 图片", "SVG picture"], csvEntities: ["CSV 实体", "CSV of entities"], csvRelations: ["CSV 关系及原句", "CSV of relations with sentences"], gexf: ["GEXF 网络", "GEXF network"],
  summary: ["{0} 件答复，{1} 个实体，{2} 条关系", "{0} replies, {1} entities, {2} relations"],
  count: ["{0} 个实体", "{0} entities"], countOne: ["{0} 个实体", "{0} entity"], nothing: ["没有符合的实体", "Nothing fits"], more: ["再显示 {0} 个，还有 {1} 个", "Show {0} more of {1}"],
  status: ["状态", "Status"], type: ["类型", "Type"], sector: ["领域", "Sector"], place: ["地点", "Place"], reply: ["答复", "Reply"], year: ["年份", "Year"],
  existing: ["已有", "existing"], planned: ["规划", "planned"], all: ["全部", "all"], noStatus: ["无状态", "no status"],
  facetMore: ["全部 {0} 项", "all {0}"], facetLess: ["收起", "fewer"], only: ["已选 {0}", "{0} chosen"],
  evidence: ["依据", "Evidence"], clusters: ["群组", "Clusters"],
  also: ["又称", "Also"], relations: ["关系（{0}）", "Relations ({0})"], mentions: ["原文提及（{0}）", "Mentions ({0})"], moreOf: ["再显示 {0} 条", "{0} more"], facts: ["概况", "Facts"],
  choose: ["在图中或列表中选择一个实体，这里显示答复中说明它的原句。", "Choose an entity in the graph or in the list: the sentences that speak of it stand here."],
  replies: ["答复（{0}）", "Replies ({0})"], read: ["阅读答复", "Read the reply"], inText: ["在答复原文中查看", "See it in the reply’s text"], close: ["关闭", "Close"],
  number: ["第{0}号", "No. {0}"], masked: ["联系人姓名和电话已遮盖。", "The contact’s name and telephone number are masked."],
  step1: ["只看一步以内", "One step around"], step2: ["只看两步以内", "Two steps around"], unfocus: ["看全部", "Show all again"], hide: ["隐藏", "Hide"], inGraph: ["在图中看", "See it in the graph"],
  path: ["到……的最短路径", "Shortest path to …"], pathPick: ["选择路径的另一端：在列表或图中点一个实体。", "Choose the other end of the path in the list or in the graph."], cancel: ["取消", "Cancel"],
  pathTitle: ["{0} 到 {1}：{2} 步", "{0} to {1}: {2} steps"], noPath: ["{0} 与 {1} 之间没有路径", "No path joins {0} and {1}"], step: ["第 {0} 步", "Step {0}"],
  hintWhole: ["点选看原文依据；方向键在图中移动，＋－缩放；空心虚线为规划", "Click for the sentences; arrow keys move, + and − zoom; hollow and dashed means planned"],
  hintGroups: ["圆为群组，点击就地展开；实体总数 {0}", "Circles are groups that open in place; {0} entities in all"],
  graphName: ["关系图：{0} 个节点，{1} 条关系；左侧列表与之等同", "Graph of {0} nodes and {1} relations; the list beside it is its equivalent"],
  schematic: ["示意图，非地理边界", "A schematic, not geographic boundaries"], firms: ["企业", "enterprises"], trials: ["试点", "pilots"], direct: ["未说明具体地点", "place not said more closely"],
  unnamed: ["答复未提及的街镇", "Subdistricts that no reply names"], elsewhere: ["其他地方", "Elsewhere"], openFrame: ["展开", "Open"], closeFrame: ["收起", "Fold"], restOf: ["其余 {0} 处见列表", "{0} more in the list"],
  zones: ["商圈、道路、设施", "Zones, roads, facilities"], noPlaces: ["答复没有说到地点。请看“全图谱”或列表。", "The replies name no place. See the whole graph or the list."],
  empty: ["图中没有实体：没有可读的内容，请检查答复文件。", "The graph is empty: check the replies that it was made from."], noRelations: ["实体之间没有关系，只有列表和原文提及。", "No relations: there are the list and the mentions only."],
  nothingShown: ["筛选之后没有可画的实体", "The filters leave nothing to draw"], capped: ["只画出 {0} 个中的 {1} 个，列表中有全部", "{1} of {0} are drawn; the list has them all"],
  years: ["答复年份", "Years of the replies"], from: ["从", "from"], to: ["到", "to"],
  modularity: ["模块度", "Modularity"], modularityMeans: ["群组内部的连接比随机时多出的份额；0 为与随机无异，1 为最分明（Newman 2006）。", "The share of links inside clusters beyond what chance gives: 0 is chance, 1 is the clearest division (Newman 2006)."],
  z: ["z 值", "z"], zMeans: ["与同样度数的随机图相比高出几个标准差；低于 2 不应当真。", "Standard deviations above random graphs of the same degrees; below 2, do not rely on it."],
  agreement: ["一致性", "Agreement"], agreementMeans: ["换种子重算，各次划分彼此相同的程度；1 为完全相同。", "How alike the divisions of runs with other seeds are; 1 is the same."],
  density: ["密度", "Density"], densityMeans: ["已有连接占所有可能连接的比例。", "Links over possible links."],
  components: ["连通部分", "Components"], componentsMeans: ["彼此有路可达的实体算一个部分。", "Entities that a path joins count as one."],
  isolated: ["无关系的实体", "Without relations"], isolatedMeans: ["答复提到它们，但没有说与谁有关系。", "The replies name them and say no relation."],
  size: ["{0} 个", "{0} members"], showCluster: ["只看这个群组", "Show this cluster"], noClusters: ["没有群组：{0}", "No clusters: {0}"], method: ["方法", "Method"], allShown: ["看全部", "Show all"],
  clusterIntro: ["彼此联系比与外部联系更密的实体，由构建时的统计得出；点击即在图中显示。", "Entities that are linked among themselves more than with others, from the build’s statistics; click one to see it."],
  explainedBy: ["多为", "mostly"],
  list_: ["列表", "List"], picture: ["图", "Graph"],
  question: ["保存的问题", "Saved questions"], own: ["自己写", "Your own"], run: ["运行", "Run"], csv: ["下载 CSV", "Download CSV"], loading: ["正在装载……", "Loading …"], ready: ["{0} 条三元组就绪，用时 {1} 毫秒", "{0} triples ready in {1} ms"],
  rows: ["{0} 行，用时 {1} 毫秒", "{0} rows in {1} ms"], noRows: ["没有结果", "No result"], editor: ["SPARQL 查询", "SPARQL query"], yes: ["是", "yes"], no: ["否", "no"], stop: ["停止", "Stop"], stopped: ["已停止", "Stopped"], required: ["须填", "required"],
  benchMissing: ["此页面没有 SPARQL 栏：生成时没有 npm 装好的部件。", "This page has no SPARQL tab: it was made without the parts that npm installs."],
  figuresMean: ["这些数字的意思", "What these figures mean"], caveats: ["须知", "Beware"],
  printed: ["打印自 {0}", "Printed from {0}"], shownNow: ["图中所示 {0} 个实体", "{0} entities shown"], hidden: ["已隐藏", "hidden"], chosen: ["已选择 {0}", "{0} chosen"],
  colName: ["名称", "name"], colType: ["类型", "type"], colStatus: ["状态", "status"], colAliases: ["别名", "aliases"], colPlaces: ["地点", "places"], colSectors: ["领域", "sectors"], colReplies: ["答复", "replies"], colSource: ["起点", "source"], colRelation: ["关系", "relation"], colTarget: ["终点", "target"], colSentence: ["原句", "sentence"], colDate: ["日期", "date"],
};
let language = 0;
const t = (key, ...values) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, String(value)), WORDS[key][language]);
const speak = () => {
  document.documentElement.lang = language ? "en" : "zh-CN";
  document.querySelectorAll("[data-t]").forEach((one) => { one.textContent = t(one.dataset.t); });
  document.querySelectorAll("[data-l]").forEach((one) => { one.setAttribute("aria-label", t(one.dataset.l)); });
  document.querySelectorAll("[data-p]").forEach((one) => { one.placeholder = t(one.dataset.p); });
};
