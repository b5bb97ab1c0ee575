using Xemelios.Domain.Constats;
using Xemelios.Domain.Justificatifs;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Pes;

/// <summary>Reads PES_PJ. A content is spooled while its name, which follows it, is not known yet.</summary>
internal sealed class LecteurDePieces(CurseurXml curseur, ValeursPes valeurs, IPesVisitor visiteur, Arrivage flux, Spool spool)
{
    private readonly CompteurDInflation _compteur = new(spool.Limites);
    private int _pieces;
    private PieceJustificative _piece = null!;
    private List<ReferenceComptable> _references = [];
    private Arrivage? _contenu;
    private bool _signalee;

    public void Lire(CancellationToken annulation) => curseur.Enfants(() =>
    {
        if (curseur.Nom == "PJ")
            LirePiece(annulation);
    });

    private void LirePiece(CancellationToken annulation)
    {
        var ici = curseur.Ici;
        _piece = new PieceJustificative(++_pieces, null, null, null, null, null, [], ici);
        (_references, _contenu, _signalee) = ([], null, false);
        try
        {
            curseur.Enfants(() => LireChamp(annulation));
            if (_contenu is null && !_signalee)
                Signaler(CatalogueDesAnomalies.PieceSansContenu);
            _contenu?.Nommer($"{flux.Chemin}!{NomDEntree.Lire($"{_piece.IdUnique ?? "sans-identifiant"}/{_piece.Nom}").Chemin}");
            var contenu = _contenu;
            _contenu = null;
            visiteur.Piece(_piece with { References = _references }, contenu);
        }
        finally
        {
            _contenu?.Dispose();
        }
    }

    private void LireChamp(CancellationToken annulation)
    {
        switch (curseur.Nom)
        {
            case "Contenu":
                curseur.Enfants(() => LireContenu(annulation));
                break;
            case "RefCompta":
                _references.Add(LireReference());
                break;
            default:
                _piece = curseur.Nom switch
                {
                    "IdUnique" => _piece with { IdUnique = valeurs.Texte },
                    "NomPJ" => _piece with { Nom = valeurs.Texte },
                    "TypePJ" => _piece with { TypePj = valeurs.Texte },
                    "Description" => _piece with { Description = valeurs.Texte },
                    _ => _piece,
                };
                break;
        }
    }

    private void LireContenu(CancellationToken annulation)
    {
        if (curseur.Nom != "Fichier" || _contenu is not null)
            return;
        _piece = _piece with { TypeMime = curseur.Xml.GetAttribute("MIMEType"), Provenance = curseur.Ici };
        using var texte = new TexteDElement(curseur.Xml);
        try
        {
            using var decode = ContenuDePiece.Decoder(texte, _compteur);
            var contenu = spool.Copier(decode, flux.Chemin, _pieces, annulation);
            if (contenu.Octets > 0)
                _contenu = contenu;
            else
                contenu.Dispose();
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            Signaler(CatalogueDesAnomalies.ContenuDePieceIllisible);
        }
        catch (FichierRefuseException e) when (!_compteur.EstEpuise && EstLimiteDePiece(e.Motif.Code))
        {
            Signaler(CatalogueDesAnomalies.Tous[e.Motif.Code]);
        }

        texte.Finir();
    }

    /// <summary>One piece too dense or too large is refused alone; a flow whose pieces together pass the limit is refused whole.</summary>
    private static bool EstLimiteDePiece(string code) =>
        code == CatalogueDesAnomalies.ArchiveTropDense.Code || code == CatalogueDesAnomalies.EntreeTropVolumineuse.Code;

    private void Signaler(TypeDAnomalie type)
    {
        _signalee = true;
        visiteur.Anomalie(type.En(_piece.Provenance, $"{type.Sens} (pièce n° {_pieces})"));
    }

    private ReferenceComptable LireReference()
    {
        var ici = curseur.Ici;
        var reference = new ReferenceComptable(null, null, null, null, null);
        curseur.Enfants(() => reference = curseur.Nom switch
        {
            "Domaine" => reference with { Domaine = valeurs.Texte },
            "Exercice" => reference with { Exercice = valeurs.Entier },
            "TypeObjet" => reference with { TypeObjet = valeurs.Texte },
            "Identifiant" => reference with { Identifiant = valeurs.Numero },
            "ComplementIdentifiant" => reference with { Complement = valeurs.Numero },
            _ => reference,
        });
        if (reference is { Domaine: null } or { Exercice: null } or { TypeObjet: null } or { Identifiant: null })
            visiteur.Anomalie(CatalogueDesAnomalies.ReferenceComptableIncomplete.En(ici));
        return reference;
    }
}
