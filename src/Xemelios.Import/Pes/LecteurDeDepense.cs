using Xemelios.Domain.Constats;
using Xemelios.Domain.Depense;
using Xemelios.Domain.Justificatifs;

namespace Xemelios.Import.Pes;

/// <summary>Reads PES_DepenseAller: bordereaux, mandats, lines.</summary>
internal sealed class LecteurDeDepense(CurseurXml curseur, ValeursPes valeurs, IPesVisitor visiteur)
{
    private int _bordereaux;

    public void Lire(CancellationToken annulation) => curseur.Enfants(() =>
    {
        annulation.ThrowIfCancellationRequested();
        if (curseur.Nom == "Bordereau")
            LireBordereau();
    });

    private void LireBordereau()
    {
        var ici = curseur.Ici;
        var controle = new ControleDeBordereau(ici);
        var bordereau = new Bordereau { Rang = ++_bordereaux };
        var mandats = new List<Mandat>();
        curseur.Enfants(() =>
        {
            if (curseur.Nom == "BlocBordereau")
                curseur.Enfants(() => bordereau = LireChamp(bordereau));
            else if (curseur.Nom == "Piece")
                mandats.Add(LireMandat(mandats.Count + 1));
        });
        bordereau = bordereau with { Mandats = mandats };
        foreach (var anomalie in controle.Verifier(bordereau))
            visiteur.Anomalie(anomalie);
        visiteur.Bordereau(bordereau);
    }

    private Bordereau LireChamp(Bordereau b) => curseur.Nom switch
    {
        "Exer" => b with { Exercice = valeurs.Entier },
        "IdBord" => b with { Numero = valeurs.Numero },
        "DteBordEm" => b with { DateEmission = valeurs.Date },
        "TypBord" => b with { Type = valeurs.Texte },
        "NbrPce" => b with { NombreDePieces = valeurs.Entier },
        "MtCumulAnnuel" => b with { CumulAnnuel = valeurs.Montant },
        "MtBordHT" or "MtBordHt" => b with { MontantHt = valeurs.Montant },
        "MtBordTVA" or "MtBordTva" => b with { MontantTva = valeurs.Montant },
        _ => b,
    };

    private Mandat LireMandat(int rang)
    {
        var mandat = new Mandat { Rang = rang, Provenance = curseur.Ici };
        var references = new List<ReferenceDePiece>();
        var lignes = new List<LigneDeMandat>();
        void Champ()
        {
            if (curseur.Nom == "InfoPce")
                curseur.Enfants(Champ);
            else if (curseur.Nom == "PJRef")
                references.Add(LireReference());
            else
                mandat = LireChamp(mandat);
        }

        curseur.Enfants(() =>
        {
            if (curseur.Nom == "BlocPiece")
                curseur.Enfants(Champ);
            else if (curseur.Nom == "LigneDePiece")
                lignes.Add(new LecteurDeLigne(curseur, valeurs, LireReference).Lire(lignes.Count + 1));
        });
        return mandat with { References = references, Lignes = lignes };
    }

    private Mandat LireChamp(Mandat m) => curseur.Nom switch
    {
        "IdPce" => m with { Numero = valeurs.Numero },
        "TypPce" => m with { TypePiece = valeurs.Texte },
        "NatPce" => m with { NaturePiece = valeurs.Texte },
        "Obj" => m with { Objet = valeurs.Texte },
        "CodServ" => m with { Service = valeurs.Texte },
        "DteEch" => m with { DateEcheance = valeurs.Date },
        "PJ" => m with { PiecesLibres = valeurs.Texte },
        _ => m,
    };

    private ReferenceDePiece LireReference()
    {
        var reference = new ReferenceDePiece(null, null, null, null, curseur.Ici);
        curseur.Enfants(() => reference = curseur.Nom switch
        {
            "Support" => reference with { Support = valeurs.Texte },
            "IdUnique" => reference with { IdUnique = valeurs.Texte },
            "NomPJ" => reference with { Nom = valeurs.Texte },
            "TypePJ" => reference with { TypePj = valeurs.Texte },
            _ => reference,
        });
        return reference;
    }
}
