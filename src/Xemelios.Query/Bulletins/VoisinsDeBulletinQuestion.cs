using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Bulletins;

/// <summary>The bulletins before and after one in a search, whatever its page; null when it is not in the result.</summary>
public sealed record VoisinsDeBulletinQuestion(RechercheDeBulletinsQuestion Recherche, AdresseDeBulletin Bulletin)
{
    public Voisins? Executer(DbConnection connexion, Perimetre perimetre) => throw new NotSupportedException();
}
