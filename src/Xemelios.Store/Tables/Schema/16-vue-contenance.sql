-- Contents and what they carry, at any depth, themselves included.
CREATE VIEW contenu_porte AS
WITH RECURSIVE porte(contenant, contenu) AS (
    SELECT id, id FROM contenu
    UNION
    SELECT p.contenant, l.contenu FROM porte p JOIN livraison l ON l.contenant = p.contenu
)
SELECT contenant, contenu FROM porte;

-- The pieces whose content is an XHL, or an archive that holds one, with the état of that XHL. A file that was replaced still
-- names its état: the mandats that reference it pay the état, not the file.
CREATE VIEW xhl_de_piece AS
SELECT p.id AS piece, p.id_unique, lower(p.nom) AS nom, p.siret, p.pes,
       v.contenu AS volume, v.employeur, v.periode, v.budget, v.train
FROM piece p
JOIN contenu_porte c ON c.contenant = p.contenu
JOIN volume v ON v.contenu = c.contenu;
