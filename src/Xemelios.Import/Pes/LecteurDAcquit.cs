using Xemelios.Domain.Depense;

namespace Xemelios.Import.Pes;

/// <summary>Reads the ElementACQUIT of an acquit: version 2 nests errors and pieces, version 1 is flat.</summary>
internal sealed class LecteurDAcquit(CurseurXml curseur, ValeursPes valeurs, IPesVisitor visiteur)
{
    private readonly List<string> _pieces = [];
    private Acquit _acquit = null!;

    public void Lire(CancellationToken annulation) => curseur.Enfants(() =>
    {
        annulation.ThrowIfCancellationRequested();
        if (curseur.Nom == "ElementACQUIT")
            LireElement();
    });

    private void LireElement()
    {
        _pieces.Clear();
        _acquit = new Acquit(null, null, null, null, null, [], null, null);
        curseur.Enfants(LireChamp);
        visiteur.Acquit(_acquit with { NumerosDePiece = [.. _pieces] });
    }

    private void LireChamp()
    {
        switch (curseur.Nom)
        {
            case "Erreur" or "DetailPiece" or "DetailLigne":
                curseur.Enfants(LireChamp);
                break;
            case "NumPiece" when valeurs.Numero is { } piece:
                _pieces.Add(piece);
                break;
            default:
                LireValeur();
                break;
        }
    }

    /// <summary>Of several errors the first one is kept: it names the cause.</summary>
    private void LireValeur() => _acquit = curseur.Nom switch
    {
        "DomaineAck" => _acquit with { Domaine = valeurs.Texte },
        "EtatAck" => _acquit with { Accepte = valeurs.Booleen },
        "NumBord" => _acquit with { NumeroBordereau = valeurs.Numero },
        "ExerciceBord" => _acquit with { ExerciceBordereau = valeurs.Entier },
        "IdUnique" => _acquit with { IdUnique = valeurs.Texte },
        "NumAnoAck" => _acquit with { CodeAnomalie = _acquit.CodeAnomalie ?? valeurs.Texte },
        "LibelleAnoAck" => _acquit with { LibelleAnomalie = _acquit.LibelleAnomalie ?? valeurs.Texte },
        _ => _acquit,
    };
}
