// The overview: the markup of src/page/plan/overview/view.rs, so that the same style sheet dresses it.
import { overview } from './model.js';

export function Overview({ plan }) {
  const page = overview(plan);
  return (
    <>
      <div className="page-title">
        <div><h1 tabIndex={-1}>{page.headline}</h1><p>{page.lede}</p></div>
        <div className="actions" />
      </div>
      <ul className="tally">
        {page.tally.map(([label, count, href]) => <li key={label}><a href={href}>{label}<b className="figure">{count}</b></a></li>)}
      </ul>
      <div className="overview">
        <Board years={page.years} areas={page.areas} />
        <aside><Due rows={page.due} /><Milestones rows={page.milestones} /></aside>
      </div>
    </>
  );
}

function Board({ years, areas }) {
  return (
    <section className="sheet board">
      <header><h2>三年目标</h2><p className="muted">竖线：各年目标；浅带：首末目标之间要走的一步；空槽：完成值的位置</p></header>
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">指标</th>
            {years.map((year) => <th key={year} scope="col" role="columnheader" className="number">{year}</th>)}
            <th scope="col" role="columnheader">目标与进度</th>
            <th scope="col" role="columnheader">最近完成</th>
          </tr>
        </thead>
        {areas.map((area) => <Area key={area.mark} area={area} years={years} />)}
      </table>
      <footer className="muted">{'> 突破　≥ 不少于　达 达到　无符号：方案只写数字　力争、争取、确保照方案原文'}</footer>
    </section>
  );
}

function Area({ area, years }) {
  return (
    <tbody role="rowgroup">
      <tr role="row" className="area">
        <th role="rowheader" scope="rowgroup" colSpan={years.length + 3}><b>{area.mark}</b>{area.title}</th>
      </tr>
      {area.rows.map((row) => <Row key={row.id} row={row} years={years} />)}
    </tbody>
  );
}

function Row({ row, years }) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row"><a href={`#/indicator/${row.id}`}>{row.name}</a><small>{row.small}</small></th>
      {years.map((year, at) => <Target key={year} year={year} target={row.cells[at]} />)}
      <td role="cell" className="track">
        <Gauge ticks={row.ticks} band={row.band} />
        {row.step && <small>首末之差 <span className="figure">{row.step}</span></small>}
      </td>
      <td role="cell" className="latest"><NoData /></td>
    </tr>
  );
}

function Target({ year, target }) {
  return (
    <td role="cell" className="number target" data-state={target ? 'set' : 'unset'} data-year={year}>
      {!target && <span>未设</span>}
      {target?.mark && <span className="mark">{target.mark}</span>}
      {target && <b className="figure">{target.value}</b>}
      {target?.modality && <small>{target.modality}</small>}
    </td>
  );
}

function Gauge({ ticks, band }) {
  const percent = (thousandths) => `${thousandths / 10}%`;
  return (
    <div className="gauge" aria-hidden="true">
      {band && <i className="step" style={{ left: percent(band[0]), right: percent(1000 - band[1]) }} />}
      {ticks.map((tick, at) => <i key={tick} className="tick" data-last={at === ticks.length - 1 ? '' : undefined} style={{ left: percent(tick) }} />)}
    </div>
  );
}

function Due({ rows }) {
  return (
    <section className="sheet due">
      <header><h2>调度安排</h2></header>
      <ul>{rows.map((row) => <li key={row.name} data-open={row.open}><b>{row.name}</b><span>{row.sentence}</span></li>)}</ul>
    </section>
  );
}

function Milestones({ rows }) {
  return (
    <section className="sheet milestones">
      <header><h2>节点目标</h2></header>
      <ul>
        {rows.map(({ id, years, name, kind }) => (
          <li key={id}>
            <span className="figure">{years}</span>
            <span><a href={`#/milestone/${id}`}>{name}</a><small>{kind}</small></span>
            <NoData />
          </li>
        ))}
      </ul>
    </section>
  );
}

const NoData = () => <span className="light" data-light="none">未报</span>;
