"""Train the relation model. One command, resumable:

    python -m training.relation.train RELATIONS_FOLDER OUT_FOLDER [--seed 0] [--until STAGE]

RELATIONS_FOLDER holds train.jsonl.gz and facts.jsonl; our own facts, stories and passages of training/data/ are read beside
them, `*-dev.jsonl` never. State is saved every few hundred steps in OUT_FOLDER/state.pt; the same command goes on from it.
A GPU is used when there is one. On two cores the curriculum takes three hours, until the stage "last" one and a half.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
import tomllib
from pathlib import Path
from typing import Any

import torch
import torch.distributed
import torch.multiprocessing
from torch import Tensor
from torch.nn import functional

from training.relation.batches import Batch, RowEncoder, Sampler, buckets
from training.relation.data import Row, blocks, fact_rows, pair_sets, sha256, turned
from training.relation.model import RelationModel, default_encoder, new_model
from training.relation.passages import passage_rows
from training.relation.stories import story_rows

HERE = Path(__file__).parent
OWN = HERE.parent / "data"
CHUNK = 4096
TOKENS = 2048
"""Tokens of one worker's batch: with two workers a step sees about 70 pairs."""

SMOOTHING = 0.05
SLOT_WEIGHT, DECIDING_WEIGHT = 0.3, 0.3
AVERAGE = 0.998
WARM_UP = 100


def own_facts() -> list[Path]:
    """Our own fact files, without their held-back parts."""
    return [p for p in sorted(OWN.glob("facts-*.jsonl")) if not p.stem.endswith("-dev")]


def load(folder: Path, seed: int) -> tuple[list[Row], list[Row], dict[str, str]]:
    """Training rows, held-back rows, and the hash of every file read."""
    rng = random.Random(seed)
    pairs = folder / "train.jsonl.gz"
    train, held = pair_sets(pairs)
    train += list(turned(train, 0.12, rng))
    hashes = {pairs.name: sha256(pairs)}
    for path in (folder / "facts.jsonl", *own_facts()):
        kept, back = blocks(path)
        train += [_by_label(r) for r in fact_rows(kept, seed, augment=True)]
        held += [_by_label(r) for r in fact_rows(back, seed, augment=False)]
        hashes[path.name] = sha256(path)
    for pattern, rows_of in (("stories*.jsonl", story_rows), ("passages-*.jsonl", passage_rows)):
        for path in sorted(OWN.glob(pattern)):
            kept_rows, back_rows = rows_of(path, seed)
            train += kept_rows
            held += back_rows
            hashes[path.name] = sha256(path)
    return train, held, hashes


def _by_label(row: Row) -> Row:
    """Facts are drawn by label, so that contradictions do not crowd out the rest."""
    if row.group != "facts":
        return row
    label = "entailment" if row.label == "not_contradiction" else row.label
    return row._replace(group=f"facts:{label}")


def relation_loss(logits: Tensor, label: Tensor) -> Tensor:
    """Cross entropy with smoothing; a two-way label asks only that the other two classes share the probability."""
    logs = functional.log_softmax(logits.float(), dim=-1)
    known = label < 3
    target = torch.full_like(logs, SMOOTHING / 3)
    target[known, label[known]] += 1 - SMOOTHING
    loss = -(target * logs).sum(-1)
    for code, classes in ((3, [1, 2]), (4, [0, 1])):
        loss = torch.where(label == code, -torch.logsumexp(logs[:, classes], dim=-1), loss)
    return loss.mean()


def masked(logits: Tensor, target: Tensor, weight: float = 1.0) -> Tensor:
    """Binary cross entropy over the targets that are known (not −1)."""
    known = target >= 0
    if not known.any():
        return logits.float().sum() * 0.0
    return functional.binary_cross_entropy_with_logits(
        logits.float()[known], target[known].float(), pos_weight=torch.tensor(weight, device=logits.device)
    )


def loss_of(model: RelationModel, batch: Batch, device: torch.device) -> Tensor:
    """The sum of the three heads' losses."""
    batch = Batch(*(t.to(device) for t in batch))
    with torch.autocast(device.type, dtype=torch.bfloat16):
        relation, slot, deciding = model(batch.ids, batch.mask, batch.types)
    return (
        relation_loss(relation, batch.label)
        + SLOT_WEIGHT * masked(slot, batch.slot)
        + DECIDING_WEIGHT * masked(deciding, batch.deciding, 2.0)
    )


class Run:
    """The state of a training run: weights, their moving average, optimiser, place in the curriculum.

    Several workers of one thread each share a step by averaging gradients. On a busy machine that is several
    times faster than threads that wait for each other inside every operation.
    """

    def __init__(self, folder: Path, seed: int, rank: int = 0, workers: int = 1) -> None:
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.folder, self.seed, self.rank, self.workers = folder, seed, rank, workers
        torch.manual_seed(seed)
        torch.set_flush_denormal(True)
        self.model = new_model(default_encoder()).to(self.device)
        heads = ("dense", "relation", "slot", "deciding")
        named = [(n, p) for n, p in self.model.named_parameters() if p.requires_grad]
        self.trained = [p for _, p in named]
        self.optimizer = torch.optim.AdamW(
            [
                {"params": [p for n, p in named if not n.startswith(heads)], "scale": 1.0},
                {"params": [p for n, p in named if n.startswith(heads)], "scale": 3.0},
            ],
            weight_decay=0.01,
            fused=True,
        )
        self.average = {n: p.detach().clone() for n, p in named}
        self.step, self.chunk, self.pairs = 0, 0, 0
        self.drawn: dict[str, int] = {}

    def save(self) -> None:
        """Write the state aside, then put it in place."""
        if self.rank:
            return
        state: dict[str, Any] = {k: getattr(self, k) for k in ("step", "chunk", "pairs", "drawn", "average")}
        state |= {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict()}
        torch.save(state, self.folder / "state.tmp")
        (self.folder / "state.tmp").replace(self.folder / "state.pt")

    def resume(self) -> None:
        """Go on from the saved state, if there is one."""
        path = self.folder / "state.pt"
        if not path.exists():
            return
        state = torch.load(path, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state.pop("model"))
        self.optimizer.load_state_dict(state.pop("optimizer"))
        for key, value in state.items():
            setattr(self, key, value)

    def update(self, batch: Batch, rate: float) -> float:
        """One step of the optimiser."""
        for group in self.optimizer.param_groups:
            group["lr"] = rate * group["scale"] * min(1.0, (self.step + 1) / WARM_UP)
        self.model.train()
        loss = loss_of(self.model, batch, self.device)
        loss.backward()
        self._share_gradients()
        torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        keep = min(AVERAGE, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.average.values()), self.trained, 1 - keep)
        self.step += 1
        return float(loss.detach())

    def freeze(self, layers: int) -> None:
        """Hold the embeddings and the lowest layers as they are: late in a run they hardly move."""
        for p in self.trained:
            p.requires_grad_(True)
        encoder: Any = self.model.encoder
        for part in (encoder.embeddings, *encoder.encoder.layer[:layers]) if layers else ():
            for p in part.parameters():
                p.requires_grad_(False)

    def _share_gradients(self) -> None:
        if self.workers == 1:
            return
        learning = [p for p in self.trained if p.requires_grad]
        flat = torch.cat(
            [torch.zeros_like(p).flatten() if p.grad is None else p.grad.flatten() for p in learning]
        )
        torch.distributed.all_reduce(flat)
        flat /= self.workers
        at = 0
        for p in learning:
            p.grad = flat[at : at + p.numel()].view_as(p)
            at += p.numel()


def plan(until: str | None) -> list[tuple[dict[str, Any], float]]:
    """Every chunk of the curriculum: its stage and its learning rate."""
    out = []
    for stage in tomllib.loads((HERE / "stages.toml").read_text())["stage"]:
        count = max(1, round(stage["pairs"] / CHUNK))
        first, last = stage["rate"]
        out += [(stage, first + (last - first) * i / max(1, count - 1)) for i in range(count)]
        if stage["name"] == until:
            break
    return out


def train(run: Run, rows: list[Row], chunks: list[tuple[dict[str, Any], float]]) -> None:
    """Go through the curriculum from where the run stands; the state is saved after every chunk."""
    sampler, encoder = Sampler(rows, run.seed), RowEncoder(default_encoder())
    sampler.drawn |= {g: n for g, n in run.drawn.items() if g in sampler.groups}
    started, begun = time.monotonic(), run.pairs
    while run.chunk < len(chunks):
        stage, rate = chunks[run.chunk]
        run.freeze(stage.get("frozen", 0))
        torch.manual_seed(run.seed + 1000 * run.chunk + run.rank)
        drawn = sampler.draw(stage["mix"], CHUNK)
        batches = buckets(
            [encoder.encode(r) for r in drawn], TOKENS, random.Random(f"{run.seed} {run.chunk}")
        )
        batches = batches[: len(batches) // run.workers * run.workers][run.rank :: run.workers]
        losses = [run.update(batch, rate) for batch in batches]
        run.pairs += len(drawn)
        run.chunk, run.drawn = run.chunk + 1, dict(sampler.drawn)
        run.save()
        if run.rank == 0:
            speed = (run.pairs - begun) / (time.monotonic() - started)
            print(f"{stage['name']} chunk {run.chunk}/{len(chunks)} step {run.step} pairs {run.pairs}"
                  f" loss {sum(losses) / len(losses):.4f} rate {rate:.1e} {speed:.0f}/s", flush=True)  # fmt: skip


def work(rank: int, workers: int, options: argparse.Namespace) -> None:
    """One worker's whole run."""
    if workers > 1:
        torch.set_num_threads(1)
        _keep_to_one_core(rank)
        store = f"file://{(options.out / 'rendezvous').absolute()}"
        torch.distributed.init_process_group("gloo", init_method=store, rank=rank, world_size=workers)
    rows, held, hashes = load(options.data, options.seed)
    log = {
        "seed": options.seed,
        "rows": len(rows),
        "held": len(held),
        "files": hashes,
        "torch": torch.__version__,
    }
    if rank == 0:
        print(json.dumps(log), flush=True)
        (options.out / "data.json").write_text(json.dumps(log, indent=1))
    run = Run(options.out, options.seed, rank, workers)
    run.resume()
    train(run, rows, plan(options.until))


def _keep_to_one_core(rank: int) -> None:
    """A worker that wakes another otherwise draws it to its own core, and both get half."""
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[rank % len(cores)]})


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--until", help="stop after this stage")
    parser.add_argument(
        "--workers", type=int, help="processes of one thread (default: one a core; 1 with a GPU)"
    )
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "rendezvous").unlink(missing_ok=True)
    workers = options.workers or (1 if torch.cuda.is_available() else os.cpu_count() or 1)
    if workers == 1:
        work(0, 1, options)
    else:
        torch.multiprocessing.spawn(work, (workers, options), nprocs=workers)


if __name__ == "__main__":
    main()
