-- What has left for the archive base (folder archives/), as far as those that stay must know of it.

-- Contents that are archived: received again, they are known. A piece that another file brings anew comes back under the same key.
CREATE TABLE contenu_archive (
    id        INTEGER NOT NULL,
    empreinte VARCHAR NOT NULL,
    type      VARCHAR NOT NULL,
    octets    BIGINT  NOT NULL
);

-- Keys that archives hold: no new row takes one, and what words and people they name stays here for both bases.
CREATE TABLE cle_archivee (
    nom VARCHAR NOT NULL,   -- table
    cle INTEGER NOT NULL    -- of the dictionaries, every key; of the others, the greatest
);
